import type { OrgPart } from "./org-parts.ts";
import {
  type DocumentShape,
  selectAccountTeam,
  selectContactRole,
  selectDealTeam,
  selectRelation,
} from "./selections.ts";
import { anyOf, ofFamily, subquery, type WayToAccount } from "./subqueries.ts";

/** The four objects that say who takes part. */
export type InvolvementPart = Extract<OrgPart, "contactRoles" | "relations" | "accountTeam" | "dealTeam">;

interface PartQuery {
  readonly object: string;
  readonly way: WayToAccount;
  readonly select: () => string;
}

const PARTS: Readonly<Record<InvolvementPart, PartQuery>> = {
  contactRoles: {
    object: "OpportunityContactRole",
    way: ["Opportunity", "Account"],
    select: selectContactRole,
  },
  relations: { object: "AccountContactRelation", way: ["Account"], select: selectRelation },
  accountTeam: { object: "AccountTeamMember", way: ["Account"], select: selectAccountTeam },
  dealTeam: { object: "OpportunityTeamMember", way: ["Opportunity", "Account"], select: selectDealTeam },
};

const BY_ID = "{ Id: { order: ASC } }";

/** Salesforce relates every contact to its own account: those say something only where there is a role. */
const TELLING = ({ lacks }: DocumentShape): string =>
  lacks.includes("relationRoles")
    ? "{ IsDirect: { eq: false } }"
    : "{ OR: [{ IsDirect: { eq: false } }, { Roles: { ne: null } }] }";

/** Who may not see deals is told of nobody's part in one. */
const isLacking = ({ lacks }: DocumentShape, part: InvolvementPart): boolean =>
  lacks.includes(part) || (PARTS[part].way[0] === "Opportunity" && lacks.includes("opportunities"));

/** One page of one kind. None where the org lacks it. */
export function involvementsOf(shape: DocumentShape, part: InvolvementPart): readonly string[] {
  if (isLacking(shape, part)) return [];
  const { object, way, select } = PARTS[part];
  const family = ofFamily(shape, "page", way);
  const where = part === "relations" ? `{ AND: [${family}, ${TELLING(shape)}] }` : family;
  return [subquery({ alias: part, object, where, orderBy: BY_ID, select: select(), rows: "page" })];
}

/** Is there anybody of this kind at all? */
export const anyInvolvement = (shape: DocumentShape, part: InvolvementPart): readonly string[] =>
  isLacking(shape, part)
    ? []
    : [anyOf(part, PARTS[part].object, part === "relations" ? TELLING(shape) : undefined)];
