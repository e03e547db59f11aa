/** The width of a node, as something React can subscribe to. */
export interface WidthSource {
  get(): number;
  subscribe(listener: () => void): () => void;
  dispose(): void;
}

export function createWidthSource(node: HTMLElement): WidthSource {
  const listeners = new Set<() => void>();
  let width = Math.round(node.getBoundingClientRect().width);
  const observer = new ResizeObserver((entries) => {
    const next = Math.round(entries.at(-1)?.contentRect.width ?? width);
    if (next === width) return;
    width = next;
    for (const listener of listeners) listener();
  });
  observer.observe(node);
  return {
    get: () => width,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose: () => {
      observer.disconnect();
      listeners.clear();
    },
  };
}
