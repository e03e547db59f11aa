import { type Probes, same } from "./probe.ts";

const addressOf = (type: string, content = "x"): string =>
  URL.createObjectURL(new Blob([content], { type })).split(":")[0] ?? "";

const download = (href: string): string | undefined => {
  const anchor = Object.assign(document.createElement("a"), { download: "file.csv", href });
  return same(anchor.href.startsWith("data:"), true) && "not set";
};

const picture = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener("load", () => resolve());
    image.addEventListener("error", () => reject(new Error("no picture")));
    image.src = src;
  });

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

function observed<T>(observe: (done: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve) => observe(resolve));
}

/** Events, observers, files, storage and the network. */
export const trafficProbes: Probes = {
  "ResizeObserver of an own element": (mount) =>
    observed<undefined>((done) => new ResizeObserver(() => done(undefined)).observe(mount)),
  "ResizeObserver of body": () => new ResizeObserver(() => {}).observe(document.body),
  IntersectionObserver: (mount) =>
    observed<undefined>((done) => new IntersectionObserver(() => done(undefined)).observe(mount)),
  "MutationObserver of an own element": (mount) =>
    observed<undefined>((done) => {
      new MutationObserver(() => done(undefined)).observe(mount, { childList: true });
      mount.append(document.createElement("i"));
    }),
  "MutationObserver of body": () =>
    new MutationObserver(() => {}).observe(document.body, { childList: true }),
  "composedPath() on the document": (mount) => {
    const inner = mount.attachShadow({ mode: "open" }).appendChild(document.createElement("i"));
    let first: EventTarget | undefined;
    const listen = (event: Event): void => {
      [first] = event.composedPath();
    };
    document.addEventListener("probe-event", listen);
    inner.dispatchEvent(new CustomEvent("probe-event", { bubbles: true, composed: true }));
    document.removeEventListener("probe-event", listen);
    return first === inner ? undefined : first === undefined ? "not heard" : "stops at the component";
  },
  MessageChannel: () =>
    observed<undefined>((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => done(undefined));
      port1.start();
      port2.postMessage({ nested: [1] });
    }),
  "structuredClone of plain data": () => same(structuredClone({ list: [1, { two: 2 }] }).list.length, 2),
  "structuredClone of a Map": () => same(structuredClone(new Map([[1, 2]])).get(1), 2),
  "createObjectURL of application/json": () => same(addressOf("application/json", "{}"), "blob"),
  "createObjectURL of application/octet-stream": () => same(addressOf("application/octet-stream"), "blob"),
  "createObjectURL of image/png": () => same(addressOf("image/png"), "blob"),
  "createObjectURL of image/svg+xml": () => same(addressOf("image/svg+xml", PICTURE), "blob"),
  "createObjectURL of text/csv": () => same(addressOf("text/csv"), "blob"),
  "createObjectURL of text/html": () => same(addressOf("text/html", "<b>x</b>"), "blob"),
  "createObjectURL of text/javascript": () => same(addressOf("text/javascript"), "blob"),
  "createObjectURL of text/plain": () => same(addressOf("text/plain"), "blob"),
  "a link to data:": () => download("data:text/csv,a%2Cb"),
  "an SVG picture from data:": () => picture(`data:image/svg+xml,${encodeURIComponent(PICTURE)}`),
  "fetch of this origin": async () =>
    same((await fetch(`${window.location.origin}/probe-script.js`)).status, 200),
  "fetch of /aura": async () => same((await fetch(`${window.location.origin}/aura`)).status, 404),
  "fetch of /webruntime": async () => same((await fetch(`${window.location.origin}/webruntime`)).status, 404),
  "fetch of /services/data": async () =>
    same((await fetch(`${window.location.origin}/services/data/v66.0/limits`)).status, 404),
  XMLHttpRequest: () =>
    observed<string | undefined>((done) => {
      const request = new XMLHttpRequest();
      request.addEventListener("load", () => done(same(request.status, 200)));
      request.open("GET", `${window.location.origin}/probe-script.js`);
      request.send();
    }),
  "localStorage keys": () => {
    window.localStorage.setItem("probe", "kept");
    return same(Object.keys(window.localStorage).join(), "probe");
  },
  localStorage: () => same(window.localStorage.getItem("probe"), "kept"),
  sessionStorage: () => {
    window.sessionStorage.setItem("probe", "kept");
    return same(window.sessionStorage.getItem("probe"), "kept");
  },
  indexedDB: () =>
    observed<string | undefined>((done) => {
      const request = indexedDB.open("probe", 1);
      request.addEventListener("success", () => done(same(request.result.name, "probe")));
    }),
  crypto: async () => {
    const digest = await crypto.subtle.digest("SHA-256", new Uint8Array([1]));
    return same(digest.byteLength + crypto.randomUUID().length, 68);
  },
  "navigator.clipboard": () => same(typeof navigator.clipboard?.writeText, "function"),
  "window.print": () => same(typeof window.print, "function"),
  BroadcastChannel: () => same(new BroadcastChannel("probe").name, "probe"),
};
