// The control: the same script on a page without a sandbox; also the page inside the sandboxed iframe.
interface Bench {
  mount(
    element: HTMLElement,
    scene: unknown,
  ): Promise<{ probe(name: string, argument: unknown): unknown; unmount(): void }>;
}

const mountScene = async (scene: unknown) => {
  const element = document.createElement("div");
  document.querySelector("main")?.append(element);
  const bench = (window as unknown as { SweetspotBench: Bench }).SweetspotBench;
  const controls = await bench.mount(element, scene);
  return {
    probe: async (name: string, argument: unknown) => JSON.stringify(await controls.probe(name, argument)),
    remove: () => {
      controls.unmount();
      element.remove();
    },
  };
};

Object.assign(window, { mountScene });
