import type { Page } from "@playwright/test";

/** Measures in the page, outside any sandbox, to the frame that shows what was waited for. Milliseconds. */
export interface Stopwatch {
  /** From the next event of this type on the page until an element is painted that the selector finds. */
  arm(event: string, selector: string): Promise<void>;
  /** From `start` inside the page until such an element is painted. */
  readTime(): Promise<number>;
  /** Duration of each frame while something is done. */
  frames(act: () => Promise<void>): Promise<readonly number[]>;
}

interface WatchedWindow {
  stopwatch: {
    painted(selector: string): Promise<number>;
    armed: Promise<number>;
    frames: number[];
    running: boolean;
  };
}

/** Call before the page is opened. */
export async function addStopwatch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    /** The shadow root it was found in last time is asked first. */
    let last: ParentNode | undefined;
    const find = (root: ParentNode, selector: string): Element | null => {
      const hit = root.querySelector(selector);
      if (hit) {
        last = root;
        return hit;
      }
      for (const { shadowRoot } of root.querySelectorAll("*")) {
        const inside = shadowRoot && find(shadowRoot, selector);
        if (inside) return inside;
      }
      return null;
    };
    const nextPaint = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener("message", () => resolve());
          port1.start();
          port2.postMessage(null);
        });
      });
    const painted = async (selector: string): Promise<number> => {
      for (let frame = 0; frame < 1800; frame += 1) {
        await nextPaint();
        if (last?.querySelector(selector) ?? find(document, selector)) return performance.now();
      }
      throw new Error(`${selector} was never painted.`);
    };
    Object.assign(window, {
      stopwatch: { painted, armed: Promise.resolve(0), frames: [], running: false },
    });
  });
}

export const stopwatchOn = (page: Page): Stopwatch => ({
  arm: (event, selector) =>
    page.evaluate(
      ({ event, selector }) => {
        const { stopwatch } = window as unknown as WatchedWindow;
        stopwatch.armed = new Promise((resolve, reject) => {
          const begin = (): void => {
            const started = performance.now();
            stopwatch.painted(selector).then((ended) => resolve(ended - started), reject);
          };
          window.addEventListener(event, begin, { once: true, capture: true });
        });
      },
      { event, selector },
    ),
  readTime: () => page.evaluate(() => (window as unknown as WatchedWindow).stopwatch.armed),
  async frames(act) {
    await page.evaluate(() => {
      const { stopwatch } = window as unknown as WatchedWindow;
      Object.assign(stopwatch, { frames: [], running: true });
      let before = performance.now();
      const tick = (): void => {
        const now = performance.now();
        stopwatch.frames.push(now - before);
        before = now;
        if (stopwatch.running) requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    await act();
    return page.evaluate(() => {
      const { stopwatch } = window as unknown as WatchedWindow;
      stopwatch.running = false;
      return stopwatch.frames;
    });
  },
});
