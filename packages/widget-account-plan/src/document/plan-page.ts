/** The pages of an account plan, in their order (method, "The account plan"). */
export const PAGE_KINDS = [
  "brief",
  "strategy",
  "messages",
  "voice",
  "propositions",
  "white-space",
  "people",
  "meetings",
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** One step of the plan on paper. Plain text throughout: screen, print and slides draw it, each in its way. */
export interface PlanPage {
  readonly kind: PageKind;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = FactsBlock | TextBlock | ListBlock | TableBlock;

export interface FactsBlock {
  readonly kind: "facts";
  readonly facts: readonly { readonly label: string; readonly text: string }[];
}

export interface TextBlock {
  readonly kind: "text";
  readonly title?: string;
  readonly text: string;
  /** A sentence to be remembered, not one among others. */
  readonly isQuote?: boolean;
}

export interface ListBlock {
  readonly kind: "list";
  readonly title: string;
  readonly items: readonly { readonly text: string; readonly note?: string }[];
  /** How many there are that the page has no room for. */
  readonly more?: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly title?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const listBlock = (
  title: string,
  items: ListBlock["items"],
  more: { readonly most: number; readonly say: (rest: number) => string },
): ListBlock[] => {
  if (items.length === 0) return [];
  const rest = items.length - more.most;
  return [
    {
      kind: "list",
      title,
      items: items.slice(0, more.most),
      ...(rest > 0 ? { more: more.say(rest) } : {}),
    },
  ];
};

export const textBlock = (text: string | undefined, title?: string): TextBlock[] =>
  text === undefined || text.trim() === ""
    ? []
    : [{ kind: "text", text: text.trim(), ...(title === undefined ? {} : { title }) }];

export const tableBlock = (
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  title?: string,
): TableBlock[] =>
  rows.length === 0 ? [] : [{ kind: "table", columns, rows, ...(title === undefined ? {} : { title }) }];
