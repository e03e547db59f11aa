/**
 * Takes the place of Base UI's module of the same name (see `base-ui-plugin.ts`). The original hides everything of
 * `document.body` outside an open dialog. A widget may not write there, and inside a shadow root the original finds only
 * the shadow host and hides the dialog itself (mui/base-ui#5577). This one keeps to the root the dialog stands in.
 */
export function markOthers(inside: readonly (Element | null)[], options: MarkOptions = {}): () => void {
  const { ariaHidden = false, mark = true } = options;
  const first = inside.find((element) => element !== null);
  if (first === undefined) return () => {};
  const scope = scopeOf(first);
  const kept = inside.filter((element) => element !== null);
  const live = ariaHidden ? scope.querySelectorAll("[aria-live]") : [];
  const undo = [
    ...(ariaHidden ? outsideOf(scope, [...kept, ...live]).map(hide) : []),
    ...(mark ? outsideOf(scope, kept).map(tag) : []),
  ];
  return () => {
    for (const step of undo.splice(0)) step();
  };
}

export interface MarkOptions {
  /** Hide the others from assistive technology. */
  readonly ariaHidden?: boolean;
  /** Mark the others as lying outside, which tells a press outside from one inside. */
  readonly mark?: boolean;
}

const scopeOf = (element: Element): ParentNode => {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root : element.ownerDocument.body;
};

/** The topmost elements of the scope that neither are, hold, nor lie in one of the kept ones. */
function outsideOf(scope: ParentNode, kept: readonly Element[]): Element[] {
  const stops = new Set(kept);
  const path = new Set<Node>();
  for (const element of kept) {
    for (let node: Node | null = element; node !== null && !path.has(node); node = node.parentNode)
      path.add(node);
  }
  const outside: Element[] = [];
  const walk = (parent: ParentNode): void => {
    for (const child of parent.children) {
      if (stops.has(child) || UNSEEN.has(child.localName)) continue;
      if (path.has(child)) walk(child);
      else outside.push(child);
    }
  };
  walk(scope);
  return outside;
}

const UNSEEN: ReadonlySet<string> = new Set(["script", "style"]);

/** Several dialogs may ask for the same element; the last to close shows it again. */
const claims = {
  "aria-hidden": new WeakMap<Element, number>(),
  "data-base-ui-inert": new WeakMap<Element, number>(),
};

function claim(element: Element, attribute: keyof typeof claims, value: string): () => void {
  const counts = claims[attribute];
  counts.set(element, (counts.get(element) ?? 0) + 1);
  element.setAttribute(attribute, value);
  return () => {
    const left = (counts.get(element) ?? 1) - 1;
    counts.set(element, left);
    if (left === 0) element.removeAttribute(attribute);
  };
}

function hide(element: Element): () => void {
  const before = element.getAttribute("aria-hidden");
  const own = (claims["aria-hidden"].get(element) ?? 0) > 0;
  // Hidden by its own author: it stays so afterwards.
  if (!own && before !== null && before !== "false") return () => {};
  return claim(element, "aria-hidden", "true");
}

const tag = (element: Element): (() => void) => claim(element, "data-base-ui-inert", "");
