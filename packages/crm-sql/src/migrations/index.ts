import { first } from "./001-first.ts";
import { unseenImports } from "./002-unseen-imports.ts";
import { involvements } from "./003-involvements.ts";
import { hubspotPortals } from "./004-hubspot-portals.ts";
import { planReads } from "./005-plan-reads.ts";
import { hubspotTurns } from "./006-hubspot-turns.ts";
import { hubspotMerges } from "./007-hubspot-merges.ts";
import { privacyActs } from "./008-privacy-acts.ts";
import { tenantDecisions } from "./009-tenant-decisions.ts";
import { relations } from "./010-relations.ts";
import { lentRights } from "./011-lent-rights.ts";
import { relationActs } from "./012-relation-acts.ts";
import { portfolio } from "./013-portfolio.ts";

/** One step forward; never changed once released. Its number is its place in the list. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [
  first,
  unseenImports,
  involvements,
  hubspotPortals,
  planReads,
  hubspotTurns,
  hubspotMerges,
  privacyActs,
  tenantDecisions,
  relations,
  lentRights,
  relationActs,
  portfolio,
];
