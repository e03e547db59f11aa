/** What Lightning knows about the user and the page before any component is there. The server writes it into the page. */
export interface PageContext {
  readonly userId: string;
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly formFactor: "Small" | "Medium" | "Large";
  /** Custom labels in the user's language, by their name. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of the static resources the org has; a component that imports another could not be deployed. */
  readonly resources: readonly string[];
}

const NOBODY: PageContext = {
  userId: "",
  language: "en-US",
  locale: "en-GB",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  formFactor: "Large",
  labels: {},
  resources: [],
};

export function readPageContext(): PageContext {
  const text = document.querySelector('script[type="application/json"]#page-context')?.textContent;
  return text ? { ...NOBODY, ...(JSON.parse(text) as Partial<PageContext>) } : NOBODY;
}
