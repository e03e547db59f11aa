import { lazy, useEffect } from "react";

const introductions = () => import("../introductions/introductions.view.tsx");
const partners = () => import("../partners/partners.view.tsx");
const start = () => import("../introductions/start-dialog.view.tsx");

/** Parts that are not needed for the ways, which are what the bridge opens with. */
export const IntroductionsTab = lazy(async () => ({ default: (await introductions()).IntroductionsTab }));
export const PartnersTab = lazy(async () => ({ default: (await partners()).PartnersTab }));
export const StartDialog = lazy(async () => ({ default: (await start()).StartDialog }));

/** Fetches them when the page has nothing better to do, so that they are there offline too. */
export function useLazyParts(): void {
  useEffect(() => {
    const fetch = (): void => void Promise.allSettled([introductions(), partners(), start()]);
    // Safari has no idle callback.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(fetch, 1000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(fetch);
    return () => cancelIdleCallback(handle);
  }, []);
}
