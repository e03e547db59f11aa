import { foldText } from "./fold-text.ts";

/** An account of the customer's family. */
export interface FamilyAccount {
  readonly id: string;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface ProposedArea {
  /** Unique within the proposal. */
  readonly key: string;
  readonly name: string;
  /** `key` of the area above. */
  readonly parent?: string;
  readonly accounts?: readonly string[];
  readonly rule?: { readonly field: string; readonly value: string };
  /** The records of a parent account itself, set beside its children so that they are not lost. */
  readonly ownRecords?: true;
}

/** One way to divide the customer. */
export interface AreaProposal {
  readonly kind: "child-accounts" | "attribute";
  readonly field?: string;
  readonly areas: readonly ProposedArea[];
  /** Share (0 to 1) of the family's deals, or of its accounts where it has no deals, that would find an area. */
  readonly reach: number;
}

export interface ProposalInput {
  readonly root: string;
  /** The root and everything beneath it. */
  readonly accounts: readonly FamilyAccount[];
  readonly deals: readonly {
    readonly account?: string | undefined;
    readonly attributes?: Readonly<Record<string, string>> | undefined;
  }[];
}

/** A field with more values than this divides nothing. */
const MOST_VALUES = 30;
/** A field must say something about so many records. */
const LEAST_REACH = 0.5;

/**
 * Ways to divide a customer into areas, read from its data: the accounts beneath it, and each field that splits the
 * records into a few groups. Child accounts first, then fields by reach, then by fewer values, then by name.
 */
export function proposeAreas(input: ProposalInput): AreaProposal[] {
  return [...childAccounts(input), ...attributes(input)];
}

function childAccounts({ root, accounts, deals }: ProposalInput): AreaProposal[] {
  const byParent = new Map<string, FamilyAccount[]>();
  for (const account of accounts)
    if (account.parent !== undefined && account.id !== root)
      byParent.set(account.parent, [...(byParent.get(account.parent) ?? []), account]);
  const withDeals = new Set(deals.map((deal) => deal.account));
  const areas: ProposedArea[] = [];
  // Each account has one parent and the root is nobody's child here, so a walk down from it meets no circle.
  const visit = (account: FamilyAccount, parent: string | undefined): void => {
    const below = byParent.get(account.id) ?? [];
    const place = parent === undefined ? {} : { parent };
    if (below.length === 0) {
      areas.push({ key: account.id, name: account.name, ...place, accounts: [account.id] });
      return;
    }
    areas.push({ key: account.id, name: account.name, ...place });
    if (withDeals.has(account.id)) areas.push(ownRecords(account, account.id));
    for (const child of below) visit(child, account.id);
  };
  for (const child of byParent.get(root) ?? []) visit(child, undefined);
  if (areas.length === 0) return [];
  const rootAccount = accounts.find((account) => account.id === root);
  if (rootAccount && withDeals.has(root)) areas.unshift(ownRecords(rootAccount, undefined));
  const covered = new Set(areas.flatMap((area) => area.accounts ?? []));
  const found = deals.filter((deal) => deal.account !== undefined && covered.has(deal.account)).length;
  return [{ kind: "child-accounts", areas, reach: deals.length > 0 ? found / deals.length : 1 }];
}

const ownRecords = (account: FamilyAccount, parent: string | undefined): ProposedArea => ({
  key: `${account.id}:own`,
  name: account.name,
  ...(parent === undefined ? {} : { parent }),
  accounts: [account.id],
  ownRecords: true,
});

function attributes({ accounts, deals }: ProposalInput): AreaProposal[] {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const records =
    deals.length > 0
      ? deals.map((deal) => ({
          ...(deal.account === undefined ? {} : byId.get(deal.account)?.attributes),
          ...deal.attributes,
        }))
      : accounts.map((account) => account.attributes);
  const fields = new Map<string, { readonly name: string; readonly values: Map<string, Spellings> }>();
  for (const record of records)
    for (const [name, value] of Object.entries(record)) {
      if (value.trim() === "") continue;
      const key = foldText(name);
      if (!fields.has(key)) fields.set(key, { name, values: new Map() });
      const values = fields.get(key)?.values as Map<string, Spellings>;
      const spellings = values.get(foldText(value)) ?? new Map<string, number>();
      spellings.set(value.trim(), (spellings.get(value.trim()) ?? 0) + 1);
      values.set(foldText(value), spellings);
    }
  return [...fields.values()]
    .map(({ name, values }) => ({ name, values: [...values.values()], filled: countAll(values.values()) }))
    .filter(({ values, filled }) => divides(values.length, filled, records.length))
    .toSorted(
      (one, other) =>
        other.filled - one.filled ||
        one.values.length - other.values.length ||
        (one.name < other.name ? -1 : 1),
    )
    .map(({ name, values, filled }) => ({
      kind: "attribute" as const,
      field: name,
      areas: values
        .map(usualSpelling)
        .toSorted()
        .map((value) => ({
          key: value,
          name: value,
          rule: { field: name, value },
        })),
      reach: filled / records.length,
    }));
}

/** How often each spelling of one value occurs. */
type Spellings = Map<string, number>;

const countAll = (values: Iterable<Spellings>): number =>
  [...values].reduce((sum, spellings) => sum + [...spellings.values()].reduce((all, one) => all + one, 0), 0);

/** Several groups, not a name or number of its own for nearly every record. */
const divides = (values: number, filled: number, records: number): boolean =>
  values >= 2 &&
  values <= MOST_VALUES &&
  filled >= records * LEAST_REACH &&
  values <= Math.max(2, filled / 2);

function usualSpelling(spellings: Spellings): string {
  const [first] = [...spellings].toSorted(
    ([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1),
  );
  return first?.[0] ?? "";
}
