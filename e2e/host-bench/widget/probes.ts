/** Questions asked from inside, where the widget runs. Arguments and answers are JSON. */
export async function runProbe(name: string, _argument: unknown, element: HTMLElement): Promise<unknown> {
  switch (name) {
    case "import":
      return importModule();
    case "origin":
      return window.origin;
    case "storage":
      return hasStorage();
    case "children":
      return element.childNodes.length;
    case "key-to-paint":
      return keyToPaint(element);
    default:
      throw new Error(`No probe ${name}`);
  }
}

/** The control: it works on a page and must fail in Lightning Web Security's production mode. */
async function importModule(): Promise<string> {
  const url = `${window.location.origin}/plain-page.js`;
  try {
    await import(/* @vite-ignore */ url);
    return "imported";
  } catch (error) {
    return String(error);
  }
}

function hasStorage(): boolean {
  try {
    window.localStorage.setItem("probe", "1");
    return window.localStorage.getItem("probe") === "1";
  } catch {
    return false;
  }
}

/** Milliseconds from a key in the focused grid cell until the frame that shows it, one sample a key. */
async function keyToPaint(element: HTMLElement): Promise<number[]> {
  const root = element.firstElementChild?.shadowRoot;
  const samples: number[] = [];
  for (const key of ["1", "2", "3", "0", "1", "2", "3", "0", "1", "2", "3", "0"]) {
    const target = root?.activeElement;
    if (!target) throw new Error("No cell has the focus.");
    const started = performance.now();
    target.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }),
    );
    await nextPaint();
    samples.push(performance.now() - started);
  }
  return samples;
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener("message", () => resolve());
      channel.port1.start();
      channel.port2.postMessage(null);
    });
  });
}
