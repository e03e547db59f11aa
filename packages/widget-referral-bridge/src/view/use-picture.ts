import { type ComponentProps, createElement, type ReactNode, useEffect, useState } from "react";

const fetchPicture = () => import("./picture.view.tsx");

type Picture = Awaited<ReturnType<typeof fetchPicture>>["Picture"];

/**
 * Draws the picture; undefined until its part is there: the list says the same and need not wait. It is fetched while the
 * ways are looked for. Not by `lazy`: React keeps what stands in for a part on the screen for 300 ms, once it was shown.
 */
export function usePicture(): ((props: ComponentProps<Picture>) => ReactNode) | undefined {
  const [picture, setPicture] = useState<{ readonly part: Picture }>();
  useEffect(() => {
    let here = true;
    const load = async (): Promise<void> => {
      const { Picture: part } = await fetchPicture();
      if (here) setPicture({ part });
    };
    // Offline, for one: the list stays.
    load().catch(() => undefined);
    return () => {
      here = false;
    };
  }, []);
  return picture && ((props) => createElement(picture.part, props));
}
