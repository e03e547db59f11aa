import { type Probes, same } from "./probe.ts";

const here = (): string => window.location.origin;

function added(tag: "script", attributes: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error("did not load")));
    document.head.appendChild(element);
  });
}

const globalOf = (name: string): unknown => (window as unknown as Record<string, unknown>)[name];

/** Where code may come from, and the names it finds. */
export const codeProbes: Probes = {
  "import() of an address": async () => {
    await import(/* @vite-ignore */ `${here()}/probe-module.js`);
  },
  "import() of a blob": async () => {
    const blob = new Blob(["export const answer = 42;"], { type: "text/javascript" });
    await import(/* @vite-ignore */ URL.createObjectURL(blob));
  },
  "script from an address": async () => {
    await added("script", { src: `${here()}/probe-script.js` });
    return same(globalOf("probeScript"), "ran");
  },
  "module script from an address": async () => {
    await added("script", { type: "module", src: `${here()}/probe-module.js` });
    return same(globalOf("probeModule"), "ran") && "loads, never runs";
  },
  "new Function": () => same(new Function("return 2")(), 2),
  // oxlint-disable-next-line no-eval -- libraries do
  eval: () => same((0, eval)("2"), 2),
  Worker: () => new Worker(`${here()}/probe-script.js`).terminate(),
  SharedWorker: () => new SharedWorker(`${here()}/probe-script.js`).port.close(),
  "navigator.serviceWorker": () => same(typeof navigator.serviceWorker?.register, "function"),
  WebAssembly: async () => {
    await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  },
  "bare location": () => same(typeof location, "object"),
  "location of window": () => same(typeof window.location.href, "string"),
  "bare top": () => same(typeof top, "object"),
  "top of window": () => same(typeof window.top, "object"),
  // The sandbox rewrites the text of a script, strings in it not spared.
  "a string that names where the window is": () =>
    // Counted at run time: a minifier would work out anything simpler before the sandbox sees it.
    same([..."window.location"].filter(() => Date.now() > 0).length, 15) && "rewritten",
  "globalThis is window": () => same(globalThis === window, true),
  "customElements.define": () => {
    const name = `probe-${Math.random().toString(36).slice(2)}`;
    customElements.define(name, class extends HTMLElement {});
    return same(document.createElement(name).localName, name);
  },
  "Intl in German": () => same(new Intl.NumberFormat("de-DE").format(1234.5), "1.234,5"),
};
