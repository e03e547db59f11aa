import { type Part, type TextLanguage, toNarrative } from "@sweetspot/strategy-overlap";
import type { KeptProof } from "./reading.model.ts";

/** A proposition as it leaves the page. It holds nothing internal: no notes, no proof the customer may not see. */
export interface Story {
  readonly title: string;
  readonly narrative: string;
  /** Facts that may be told, each with where it can be read. */
  readonly proofs: readonly { readonly text: string; readonly link: string | undefined }[];
}

export function toStory(
  title: string,
  parts: Readonly<Partial<Record<Part, string>>>,
  proofs: readonly KeptProof[],
  language: TextLanguage,
): Story {
  const told = (parts.proof ?? "").replaceAll(/\s+/gu, " ");
  return {
    title,
    narrative: toNarrative(parts, language).text,
    proofs: proofs
      .map(({ record: { fields } }) => ({ text: fields.statement, link: safeLink(fields.link) }))
      // What the fourth part says already is not said twice.
      .filter(({ text, link }) => link !== undefined || !told.includes(text.replaceAll(/\s+/gu, " "))),
  };
}

/** Only addresses a reader may safely open. */
export const safeLink = (link: string | undefined): string | undefined =>
  link !== undefined && /^https?:\/\//iu.test(link.trim()) ? link.trim() : undefined;

/** Plain text, with the proofs as a list below. */
export function toText({ narrative, proofs }: Story): string {
  const list = proofs.map(({ text, link }) => `• ${[text, link].filter(Boolean).join(" ")}`);
  return [narrative, ...(list.length > 0 ? ["", ...list] : [])].join("\n");
}

/** For mail and documents; `escape` is asked about every text. */
export function toHtml({ narrative, proofs }: Story, escape: (text: string) => string): string {
  const items = proofs.map(
    ({ text, link }) =>
      `<li>${escape(text)}${link === undefined ? "" : ` <a href="${escape(link)}">${escape(link)}</a>`}</li>`,
  );
  return `<p dir="auto">${escape(narrative)}</p>${items.length > 0 ? `<ul>${items.join("")}</ul>` : ""}`;
}

/** Longer addresses are cut by Windows and by Outlook. */
const LONGEST_ADDRESS = 1900;

/**
 * An address that opens a new mail with the story in it; undefined where it would be cut, or the text holds half a
 * character. `to`: the contact's own address, where the CRM has one.
 */
export function toMailAddress(story: Story, to: string | undefined): string | undefined {
  try {
    const body = encodeURIComponent(toText(story).replaceAll(/\r?\n/g, "\r\n"));
    const receiver = to !== undefined && /^[^\s@,;?&]+@[^\s@,;?&]+$/u.test(to) ? encodeURIComponent(to) : "";
    const address = `mailto:${receiver.replace("%40", "@")}?subject=${encodeURIComponent(story.title)}&body=${body}`;
    return address.length <= LONGEST_ADDRESS ? address : undefined;
  } catch {
    return undefined;
  }
}

/** Words a minute at which a story is told calmly. */
const PACE = 140;

export function speakingTime(narrative: string): { readonly words: number; readonly seconds: number } {
  const words = narrative.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return { words, seconds: Math.max(5, Math.round((words / PACE) * 12) * 5) };
}
