import { keysShown, watchFrames } from "./frame-work.ts";

/** Questions asked from inside, where the widget runs. Arguments and answers are JSON. */
export async function runProbe(name: string, argument: unknown, element: HTMLElement): Promise<unknown> {
  switch (name) {
    case "import":
      return importModule();
    case "origin":
      return window.origin;
    case "storage":
      return hasStorage();
    case "children":
      return element.childNodes.length;
    case "watch-keys":
      return watchKeys(element);
    case "key-to-paint":
      return keySamples;
    case "watch-frames":
      return watchFrames(element);
    case "keys-shown":
      return keysShown(Number(argument));
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

const keySamples: number[] = [];

/** From now on measures, for every key that changes a cell, the time until the frame that shows the change. */
function watchKeys(element: HTMLElement): void {
  const root = element.firstElementChild?.shadowRoot;
  if (!root) throw new Error("The widget is not mounted.");
  let pressed: number | undefined;
  root.addEventListener("keydown", () => (pressed = performance.now()), true);
  new MutationObserver(() => {
    const started = pressed;
    pressed = undefined;
    if (started !== undefined) void nextPaint().then(() => keySamples.push(performance.now() - started));
  }).observe(root, { subtree: true, attributes: true, attributeFilter: ["data-level"] });
}

/** Resolves after the frame that first shows what the selector finds. */
export async function painted(element: HTMLElement, selector: string): Promise<void> {
  for (let frame = 0; frame < 600; frame += 1) {
    await nextPaint();
    if (element.firstElementChild?.shadowRoot?.querySelector(selector)) return;
  }
  throw new Error(`Nothing like ${selector} was painted.`);
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
