import type { FrameChannel } from "@sweetspot/host-bridge";

/** Tells the host how high the frame's content is, whenever that changes. Answers what ends it. */
export function reportHeight(element: HTMLElement, channel: Pick<FrameChannel, "call" | "can">): () => void {
  if (!channel.can("resize")) return () => {};
  let told = 0;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // Where the host fails at it, the frame scrolls.
    channel.call("resize", { height }).catch(() => {});
  });
  observer.observe(element);
  return () => observer.disconnect();
}
