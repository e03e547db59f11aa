import { analyze } from "eslint-scope";
import { type ESTree, parseSync } from "vite";

/** Salesforce's limit of one static resource. */
export const SIZE_LIMIT_BYTES = 5_000_000;

/** Something a `var` container must not do, and where. */
export interface ContainerFault {
  readonly rule: string;
  readonly line: number;
  readonly excerpt: string;
}

type Node = ESTree.Node;

/** Names that a loaded script does not have in Lightning Web Security, though `window.<name>` may work. */
const MISSING_GLOBALS: Readonly<Record<string, string>> = {
  location: "bare `location` is undefined there: write window.location",
  top: "bare `top` is undefined there: write window.top",
  Worker: "workers are blocked there",
  SharedWorker: "workers are blocked there",
  importScripts: "workers are blocked there",
};

const BODY_WRITES = new Set([
  "append",
  "prepend",
  "insertBefore",
  "appendChild",
  "replaceChild",
  "replaceChildren",
  "insertAdjacentElement",
  "insertAdjacentHTML",
  "insertAdjacentText",
  "setAttribute",
]);

/**
 * Reads a `var` container as Lightning Web Security would meet it (salesforce.md §2) and names what cannot work there.
 * It sees syntax, not values: code that reaches `document.body` through another name than `body` escapes it.
 */
export function findContainerFaults(code: string): readonly ContainerFault[] {
  const faults: { rule: string; start: number }[] = [];
  const bytes = Buffer.byteLength(code);
  if (bytes >= SIZE_LIMIT_BYTES)
    faults.push({ rule: `is ${bytes} bytes; the limit is ${SIZE_LIMIT_BYTES}`, start: 0 });
  const { program, errors } = parseSync("container.js", code, {
    lang: "js",
    sourceType: "module",
    range: true,
  });
  for (const { message } of errors) faults.push({ rule: `does not parse: ${message}`, start: 0 });
  const asked = new Set<Node>();
  const tried = new Set<Node>();
  visit(program, (node) => {
    if (node.type === "UnaryExpression" && node.operator === "typeof") asked.add(node.argument);
    // What is observed inside `try` is tried out, not relied on.
    if (node.type === "TryStatement" && node.handler) visit(node.block, (inside) => tried.add(inside));
    if (tried.has(node) && isObservation(node)) return;
    const rule = ruleBrokenBy(node);
    if (rule !== undefined) faults.push({ rule, start: node.start });
  });
  for (const { name, node } of unresolvedNames(program)) {
    const rule = MISSING_GLOBALS[name];
    // `typeof Worker` is how one asks whether there is one.
    if (rule !== undefined && !asked.has(node)) faults.push({ rule, start: node.start });
  }
  return faults
    .toSorted((a, b) => a.start - b.start)
    .map(({ rule, start }) => ({ rule, line: lineAt(code, start), excerpt: code.slice(start, start + 80) }));
}

function ruleBrokenBy(node: Node): string | undefined {
  switch (node.type) {
    case "ImportExpression":
      return "import() cannot run there";
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
    case "ExportDefaultDeclaration":
      return "a classic script has no import or export";
    case "MetaProperty":
      return node.meta.name === "import" ? "import.meta does not exist in a classic script" : undefined;
    case "NewExpression":
      return ["Worker", "SharedWorker"].includes(propertyOf(node.callee) ?? "")
        ? "workers are blocked there"
        : undefined;
    case "CallExpression":
      return callRule(node.callee, node.arguments);
    case "AssignmentExpression":
      return isInsideBody(node.left) ? "document.body and document.head must not be changed" : undefined;
    case "MemberExpression":
      return propertyOf(node) === "serviceWorker" ? "workers are blocked there" : undefined;
    default:
      return undefined;
  }
}

function callRule(callee: Node, parameters: readonly Node[]): string | undefined {
  if (callee.type !== "MemberExpression") return undefined;
  const method = propertyOf(callee) ?? "";
  if (BODY_WRITES.has(method) && isBody(callee.object))
    return "document.body and document.head must not be changed";
  if (method === "observe" && parameters[0] && isBody(parameters[0]))
    return "observing document.body throws there";
  return undefined;
}

const isObservation = (node: Node): boolean =>
  node.type === "CallExpression" && propertyOf(node.callee) === "observe";

const propertyOf = (node: Node): string | undefined => {
  if (node.type !== "MemberExpression") return undefined;
  if (node.property.type === "Identifier" && !node.computed) return node.property.name;
  return node.property.type === "Literal" && typeof node.property.value === "string"
    ? node.property.value
    : undefined;
};

/** `<anything>.body` or `.head`: minified code keeps property names, not variable names. */
const isBody = (node: Node): boolean => ["body", "head"].includes(propertyOf(unwrap(node)) ?? "");

/** `document.body.x = …`, `element.ownerDocument.body.style.x = …`. */
function isInsideBody(target: Node): boolean {
  let node = unwrap(target);
  while (node.type === "MemberExpression") {
    node = unwrap(node.object);
    if (isBody(node) && node.type === "MemberExpression" && isDocument(node.object)) return true;
  }
  return false;
}

const isDocument = (node: Node): boolean => {
  const plain = unwrap(node);
  const name = plain.type === "Identifier" ? plain.name : propertyOf(plain);
  return name === "document" || name === "ownerDocument";
};

function unwrap(node: Node): Node {
  return node.type === "ChainExpression" || node.type === "ParenthesizedExpression"
    ? unwrap(node.expression)
    : node;
}

/** Every use of a name that no scope of the script declares. */
function unresolvedNames(program: ESTree.Program): readonly { readonly name: string; readonly node: Node }[] {
  const scopes = analyze(program as Parameters<typeof analyze>[0], {
    ecmaVersion: 2024,
    sourceType: "module",
    fallback: "iteration",
  });
  return (scopes.globalScope?.through ?? []).map(({ identifier }) => ({
    name: identifier.name,
    node: identifier as unknown as Node,
  }));
}

function visit(node: Node, enter: (node: Node) => void): void {
  enter(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && "type" in child) visit(child as Node, enter);
    }
  }
}

const lineAt = (code: string, start: number): number => code.slice(0, start).split("\n").length;
