import { IMPORT_KINDS, type ImportKind } from "./import-sink.port.ts";
import { squashName } from "./normalise-name.ts";
import { ACCOUNTS, CONTACTS, TEAM_MEMBERS } from "./vocabulary/companies.ts";
import { ASSETS, LINE_ITEMS, OPPORTUNITIES, PRODUCTS } from "./vocabulary/deals.ts";
import type { KindVocabulary } from "./vocabulary/vocabulary.model.ts";

export const VOCABULARY: Readonly<Record<ImportKind, KindVocabulary>> = {
  teamMembers: TEAM_MEMBERS,
  accounts: ACCOUNTS,
  products: PRODUCTS,
  contacts: CONTACTS,
  opportunities: OPPORTUNITIES,
  lineItems: LINE_ITEMS,
  assets: ASSETS,
};

/** What a header means in a file of one kind. A lower rank is the better word for the target. */
export interface HeaderMeaning {
  readonly target: string;
  readonly weight: number;
  readonly rank: number;
}

export interface KindHeaders {
  readonly targets: ReadonlyMap<string, readonly HeaderMeaning[]>;
  readonly signs: ReadonlySet<string>;
}

const indexOf = ({ targets, signs }: KindVocabulary): KindHeaders => {
  const meanings = new Map<string, HeaderMeaning[]>();
  for (const [target, { weight, headers }] of Object.entries(targets)) {
    headers.forEach((header, rank) => {
      const key = squashName(header);
      const known = meanings.get(key) ?? [];
      if (!known.some((meaning) => meaning.target === target)) known.push({ target, weight, rank });
      meanings.set(key, known);
    });
  }
  return { targets: meanings, signs: new Set(signs.map(squashName)) };
};

/** Every known header, squashed, by kind. */
export const HEADERS: ReadonlyMap<ImportKind, KindHeaders> = new Map(
  IMPORT_KINDS.map((kind) => [kind, indexOf(VOCABULARY[kind])]),
);

const ALL_HEADERS: ReadonlySet<string> = new Set(
  [...HEADERS.values()].flatMap(({ targets, signs }) => [...targets.keys(), ...signs]),
);

/** True where any kind of file uses this header. */
export const isKnownHeader = (cell: string): boolean => ALL_HEADERS.has(squashName(cell));
