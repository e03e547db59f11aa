import {
  byClosingDate,
  foldText,
  type IsoDate,
  type Opportunity,
  type RecordId,
  valueOf,
} from "@sweetspot/contract";
import type { OfferingRecord, StoryReading } from "./reading.model.ts";
import type { StrongArea } from "./strong-areas.model.ts";

/** A fact that could become a proof: a deal this customer gave us, or an area of his where an offering is strong. */
export type Candidate =
  | {
      readonly kind: "won-deal";
      readonly id: string;
      readonly deal: RecordId;
      readonly name: string;
      readonly account: RecordId | undefined;
      readonly closedOn: IsoDate | undefined;
      /** What was sold, as line items or the CRM name it; empty where nobody may see it. */
      readonly products: readonly string[];
      readonly offerings: readonly RecordId[];
      /** Is it about an offering the proposition is about? */
      readonly fits: boolean;
    }
  | {
      readonly kind: "strong-area";
      readonly id: string;
      readonly area: string;
      readonly path: string;
      readonly offering: string;
      readonly offerings: readonly RecordId[];
      readonly deals: number;
      readonly fits: boolean;
    };

export interface CandidateInput {
  readonly story: StoryReading;
  readonly opportunities: readonly Opportunity[];
  readonly strong: readonly StrongArea[];
  /** What the proposition is about; everything fits where it says nothing. */
  readonly about: readonly RecordId[];
}

/** Proposed, never applied: what fits the proposition first, then the newest. What is a proof already is left out. */
export function proofCandidates({
  story,
  opportunities,
  strong,
  about,
}: CandidateInput): readonly Candidate[] {
  const proven = new Set(story.proofs.map(({ record }) => record.fields.opportunity));
  const named = new Set(story.proofs.map(({ record }) => foldText(record.fields.name)));
  const wanted = new Set(about);
  const fits = (offerings: readonly RecordId[]): boolean =>
    wanted.size === 0 || offerings.some((id) => wanted.has(id));
  const deals = opportunities
    .filter(({ id, status }) => status === "won" && !proven.has(id))
    .toSorted(byClosingDate)
    .map((deal): Candidate => {
      const lines = valueOf(deal.lineItems) ?? [];
      const offerings = offeringsOf(deal, story.offerings);
      return {
        kind: "won-deal",
        id: `deal ${deal.id}`,
        deal: deal.id,
        name: deal.name,
        account: valueOf(deal.account),
        closedOn: valueOf(deal.closeDate),
        products: [...new Set(lines.map(({ productName }) => productName))],
        offerings,
        fits: fits(offerings),
      };
    });
  const areas = strong
    .filter((cell) => !named.has(foldText(strongName(cell))))
    .map((cell): Candidate => ({
      kind: "strong-area",
      id: `area ${cell.areaId} ${cell.offeringId}`,
      area: cell.area,
      path: cell.path,
      offering: cell.offering,
      offerings: [cell.offeringId],
      deals: cell.deals,
      fits: fits([cell.offeringId]),
    }));
  return [...areas, ...deals].toSorted((one, other) => Number(other.fits) - Number(one.fits));
}

/** What a proof from an area is called, and known by when it is proposed again. */
export const strongName = ({ path, offering }: Pick<StrongArea, "path" | "offering">): string =>
  `${offering}, ${path}`;

/** Offerings a deal sold: by the products of its line items, else by a term of the offering in its name. */
function offeringsOf(deal: Opportunity, offerings: readonly OfferingRecord[]): readonly RecordId[] {
  const lines = valueOf(deal.lineItems) ?? [];
  const products = new Set(lines.flatMap(({ product }) => valueOf(product) ?? []));
  const text = foldText([deal.name, ...lines.map(({ productName }) => productName)].join(" "));
  const saysIt = (word: string): boolean => word.trim() !== "" && text.includes(foldText(word));
  return offerings
    .filter(
      ({ fields }) =>
        (fields.products ?? []).some((id) => products.has(id)) ||
        saysIt(fields.name) ||
        (fields.terms ?? []).some(saysIt),
    )
    .map(({ id }) => id);
}
