import { useEffect } from "react";
import { later } from "./later.ts";

/** Parts that are not needed for the ways, which are what the bridge opens with. */
const introductions = later(
  async () => (await import("../introductions/introductions.view.tsx")).IntroductionsTab,
);
const partners = later(async () => (await import("../partners/partners.view.tsx")).PartnersTab);
const start = later(async () => (await import("../introductions/start-dialog.view.tsx")).StartDialog);
const dialogs = later(async () => (await import("./ways-dialogs.view.tsx")).WaysDialogs);

export const IntroductionsTab = introductions.Part;
export const PartnersTab = partners.Part;
export const StartDialog = start.Part;
export const WaysDialogs = dialogs.Part;

/** Fetches them when the page has nothing better to do, so that they are there at once, and offline too. */
export function useLaterParts(): void {
  useEffect(() => {
    const fetch = (): void =>
      void Promise.allSettled([dialogs, start, introductions, partners].map((part) => part.fetch()));
    // Safari has no idle callback.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(fetch, 1000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(fetch);
    return () => cancelIdleCallback(handle);
  }, []);
}
