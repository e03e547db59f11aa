import type { TeamMember } from "@sweetspot/contract";
import type { Format, Language, MessageValues } from "@sweetspot/widget-kit/page";
import { createContext, use } from "react";
import type en from "../../locales/en.json";
import type importTexts from "../import/locales/en.json";
import type relationTexts from "../relations/locales/en.json";
import type portfolioTexts from "../portfolio/locales/en.json";
import type { Settings } from "./settings.ts";

/** Keys of the page's own texts. Those of the kit, such as "kit.error.forbidden.title", may be used as well. */
export type TextKey =
  | keyof typeof en
  | keyof typeof importTexts
  | keyof typeof relationTexts
  | keyof typeof portfolioTexts
  | `kit.${string}`;
export type Text = (key: TextKey, values?: MessageValues) => string;

/** What every view of the page may use. */
export interface PageEnvironment {
  readonly t: Text;
  readonly format: Format;
  readonly language: Language;
  /** BCP 47, of numbers and dates. */
  readonly locale: string;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => void;
  /** Everybody the user may be; empty while they are being read. */
  readonly members: readonly TeamMember[];
}

export const PageContext = createContext<PageEnvironment | undefined>(undefined);

export function usePage(): PageEnvironment {
  const page = use(PageContext);
  if (!page) throw new Error("The view stands outside of the page's context.");
  return page;
}
