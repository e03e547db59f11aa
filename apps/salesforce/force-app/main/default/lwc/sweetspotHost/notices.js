import { LABELS } from "c/sweetspotLabels";

/** Failures that may pass by themselves, or that somebody repairs while the page is open. */
const WORTH_ANOTHER_TRY = Object.freeze(["resource-missing", "script-failed", "crashed", "no-access"]);

/** @type {Readonly<Record<string, readonly [title: keyof typeof LABELS, text: keyof typeof LABELS]>>} */
const TEXTS = Object.freeze({
  locker: ["Locker_title", "Locker_text"],
  "resource-missing": ["Resource_missing_title", "Resource_missing_text"],
  "script-failed": ["Script_failed_title", "Script_failed_text"],
  "no-access": ["No_access_title", "No_access_text"],
  "wrong-version": ["Wrong_version_title", "Wrong_version_text"],
  crashed: ["Crashed_title", "Crashed_text"],
});

/**
 * What a person is told, and whether they can try again. An unknown code is a widget that broke.
 *
 * @param {string} code
 */
export function toNotice(code) {
  const [title, text] = TEXTS[code] ?? /** @type {const} */ (["Crashed_title", "Crashed_text"]);
  return {
    heading: LABELS[title],
    text: LABELS[text],
    tone: "bad",
    action: WORTH_ANOTHER_TRY.includes(code) ? LABELS.Try_again : undefined,
  };
}

/**
 * In App Builder: which widget stands here.
 *
 * @param {string} heading
 */
export const toPlaceholder = (heading) => ({ heading, text: LABELS.Builder_text, tone: "quiet" });

/** Nothing is broken, there is just no plan to show. */
export const NO_ACCOUNT = Object.freeze({
  heading: LABELS.No_account_title,
  text: LABELS.No_account_text,
  tone: "quiet",
});
export const WRONG_OBJECT = Object.freeze({
  heading: LABELS.Wrong_object_title,
  text: LABELS.Wrong_object_text,
  tone: "quiet",
});
