(globalThis as { SweetspotBench?: unknown }).SweetspotBench = {
  mount: async (element: HTMLElement) => {
    element.textContent = "hello";
    return {
      probe: async (name: string) => {
        if (name === "import") {
          try {
            await import(/* @vite-ignore */ `${"data:text/javascript,export default 1"}`);
            return "works";
          } catch (e) {
            return String(e);
          }
        }
        return null;
      },
      unmount: () => {
        element.textContent = "";
      },
    };
  },
};
