/**
 * What a plain iframe may do: run its own scripts as its own origin, ask in dialogs, print. Never navigate this page. The
 * embedding component takes these of the platform's list.
 */
export const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-modals";

/**
 * Address of the frame. It is read once: whatever changes is either told over the channel or is another frame.
 *
 * @param {{
 *   gateway: string, widget: string, locale: string, timeZone: string, currency: string, theme: string, host: string, instance: string
 * }} parts
 */
export function toFrameAddress({ gateway, widget, locale, timeZone, currency, theme, host, instance }) {
  const query = new URLSearchParams({
    widget,
    locale,
    timeZone,
    currency,
    skin: "lightning",
    theme,
    host,
    instance,
  });
  return `${gateway}/frame/?${query}`;
}

/** Whatever a frame may ask for as its height, in pixels; a page of widgets should stay a page. */
const TALLEST = 4000;

/**
 * @param {number} height
 * @param {number} minHeight
 */
export function toHeight(height, minHeight) {
  return Number.isFinite(height) ? Math.min(TALLEST, Math.max(minHeight, Math.ceil(height))) : minHeight;
}
