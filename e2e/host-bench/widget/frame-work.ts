let shown = 0;
let onShown: (() => void) | undefined;

/** From now on knows which keys have been shown: whose script has run and whose frame is painted. */
export function watchFrames(element: HTMLElement): void {
  const root = element.firstElementChild?.shadowRoot;
  if (!root) throw new Error("The widget is not mounted.");
  root.addEventListener(
    "keydown",
    () => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener("message", () => {
          shown += 1;
          onShown?.();
        });
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    },
    true,
  );
}

/** Resolves when so many keys have been shown. */
export const keysShown = (wanted: number): Promise<number> =>
  new Promise((resolve) => {
    onShown = () => {
      if (shown >= wanted) resolve(shown);
    };
    onShown();
  });
