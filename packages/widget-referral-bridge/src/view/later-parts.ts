import { useEffect } from "react";
import { later } from "./later.ts";

const fetchParts = () => import("./second-parts.ts");

/** Not needed for the ways, which are what the bridge opens with. */
const introductions = later(async () => (await fetchParts()).IntroductionsTab);
const partners = later(async () => (await fetchParts()).PartnersTab);
const start = later(async () => (await fetchParts()).StartDialog);
const noWay = later(async () => (await fetchParts()).NoWay);
const dialogs = later(async () => (await fetchParts()).WaysDialogs);

export const IntroductionsTab = introductions.Part;
export const PartnersTab = partners.Part;
export const StartDialog = start.Part;
export const NoWay = noWay.Part;
export const WaysDialogs = dialogs.Part;

/** Fetches them when the page has nothing better to do, so that they are there at once, and offline too. */
export function useLaterParts(): void {
  useEffect(() => {
    const fetch = (): void =>
      void Promise.allSettled([noWay, dialogs, start, introductions, partners].map((part) => part.fetch()));
    // Safari has no idle callback.
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(fetch, 1000);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(fetch);
    return () => cancelIdleCallback(handle);
  }, []);
}
