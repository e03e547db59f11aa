import { expect, test } from "vitest";
import { findContainerFaults, SIZE_LIMIT_BYTES } from "./var-container-gate.ts";
import { wrapContainer } from "./var-container-preset.ts";

const BAD: Readonly<Record<string, string>> = {
  "a dynamic import": 'async function f() { return (await import("./x.js")).y; }',
  "an import hidden in a string building": "const load = (u) => import(u);",
  "import.meta": "const here = import.meta.url;",
  "a static import": 'import x from "y";',
  "a worker": 'const w = new Worker("/w.js");',
  "a worker of window": 'new window.Worker("/w.js");',
  "a shared worker": 'new self.SharedWorker("/w.js");',
  "a worker by another name": "const W = Worker; const w = new W(u);",
  "a service worker": 'navigator.serviceWorker.register("/s.js");',
  "bare location": "const url = location.href;",
  "bare location inside a function": "function go(u) { location = u; }",
  "bare top": "if (top !== self) throw 1;",
  "shorthand top": "const o = { top };",
  "append to body": "document.body.append(x);",
  "appendChild to head": "document.head.appendChild(style);",
  "insertBefore through another name": "const d = document; d.body.insertBefore(a, b);",
  "body of the owner document": "e.ownerDocument.body.append(x);",
  "optional call": "document?.body?.append(x);",
  "a property in brackets": 'document["body"].append(x);',
  "a class on body": 'document.body.className = "open";',
  "a style on body": 'document.body.style.overflow = "hidden";',
  "an attribute on body": 'document.body.setAttribute("inert", "");',
  "a worker inside try": "try { new Worker(u); } catch {}",
  "bare top inside try": "try { top.focus(); } catch {}",
  "observing body": "new ResizeObserver(f).observe(document.body);",
  "no JavaScript": "function (",
};

const GOOD: Readonly<Record<string, string>> = {
  "the word in a string": 'throw new Error("import() failed: new Worker, location, document.body.append(");',
  "the word in a comment": "/* import.meta, top, location */ var a = 1; // document.body.append()",
  "location of window": "const url = window.location.href;",
  "top as a property": "const box = { top: 1 }; box.top += box.top;",
  "top as a variable of its own": "function f(top) { return top + 1; }",
  "location as a variable of its own": "const location = {}; location.href = 1;",
  "asking for a worker": 'const has = typeof Worker !== "undefined";',
  "trying out whether body can be observed": "try { o.observe(document.body); } catch { o = undefined; }",
  "append to the widget's own node": "root.append(x); element.insertBefore(a, b);",
  "reading body": "const width = document.body.clientWidth;",
  "a body that is no document's": "response.body.cancel(); message.body = 1; message.body.text = 2;",
};

for (const [what, code] of Object.entries(BAD)) {
  test(`the gate stops ${what}`, () => {
    expect(findContainerFaults(code)).not.toEqual([]);
    const wrapped = findContainerFaults(wrapContainer("acme", code));
    expect(wrapped, "inside a container").not.toEqual([]);
  });
}

for (const [what, code] of Object.entries(GOOD)) {
  test(`the gate lets pass ${what}`, () => {
    expect(findContainerFaults(wrapContainer("acme", code))).toEqual([]);
  });
}

test("a script of five megabytes is too large for a static resource", () => {
  const padded = `var a = "${"x".repeat(SIZE_LIMIT_BYTES)}";`;
  expect(findContainerFaults(padded).map(({ rule }) => rule)).toEqual([
    expect.stringContaining("the limit is"),
  ]);
});

test("a fault names its line and what stands there", () => {
  expect(findContainerFaults("var a = 1;\nvar b = location.href;")).toEqual([
    { rule: expect.stringContaining("window.location"), line: 2, excerpt: "location.href;" },
  ]);
});
