import { loadScript } from "lightning/platformResourceLoader";

/** @type {Map<string, Promise<void>>} By address; all components of the package share this module. */
const loading = new Map();

/** @type {Map<string, number>} How often an address has failed. */
const failed = new Map();

/**
 * Loads a script once for all components. After a failure, told as `{ code, message }`, the next call tries again.
 *
 * @param {import("lwc").LightningElement} component
 * @param {string} url
 */
export function loadOnce(component, url) {
  const known = loading.get(url);
  if (known) return known;
  const tries = failed.get(url) ?? 0;
  // Lightning Web Security remembers the address that failed and never asks again; another one is asked.
  const address = tries === 0 ? url : `${url}?try=${tries}`;
  const fresh = Promise.resolve(loadScript(component, address)).catch(async () => {
    loading.delete(url);
    failed.set(url, tries + 1);
    throw { code: await whyNotLoaded(url), message: `${url} did not load` };
  });
  loading.set(url, fresh);
  return fresh;
}

/**
 * Whoever deletes a static resource, or deploys without it, gets another message than whoever blocks scripts.
 *
 * @param {string} url
 */
async function whyNotLoaded(url) {
  try {
    const { ok } = await fetch(url, { credentials: "same-origin" });
    return ok ? "script-failed" : "resource-missing";
  } catch {
    return "script-failed";
  }
}

/** Lightning Locker, the older architecture, hands out wrappers that name themselves. Widgets cannot run in it. */
export const isLocker = () => String(window).startsWith("Secure");

/**
 * App Builder shows a page inside this application, with the id of a real record. A detail of the platform and no
 * documented API: should it change, App Builder shows the widget itself instead of the placeholder. `window.location`
 * is the sandbox's own in Lightning Web Security unless the org's compiler rewrites it; the document is the page's.
 */
export const isAppBuilder = () => new URL(document.URL).pathname.startsWith("/flexipageEditor/");
