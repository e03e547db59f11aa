export { createAudit } from "./audit.ts";
export type { Audit, AuditEntry, AuditQuery, PrivacyAct, TenantDecision } from "./audit.ts";
export type { Creation, Creations } from "./creations.ts";
export { openDatabase } from "./database.ts";
export type { ConnectionCounts, Database, DatabaseEngine, DatabaseOptions, Queries } from "./database.ts";
export { DatabaseTooNewError } from "./database-error.ts";
export type { CrmSight } from "./crm-sight.ts";
export { HUBSPOT_ITSELF } from "./crm-references.ts";
export type { CompanyMerge, PlanMerge, PlanMerges, PlanShape } from "./plan-merges.ts";
export type { CountedPurchases, CrmPurchases } from "./purchases/crm-purchases.ts";
export { createPrivacy } from "./privacy.ts";
export type { EraseOptions, ErasedPerson, ExportedRow, Person, Privacy } from "./privacy.ts";
export type {
  ErasedRelationPerson,
  ProposalPage,
  SqlRelations,
  StoredChanges,
  StoredDecision,
  StoredPart,
  StoredPersonReport,
  StoredProposal,
  StoredSource,
} from "./relations/sql-relations.port.ts";
export { createSqlRelations } from "./relations/sql-relations.ts";
export type { SqlRelationsOptions } from "./relations/sql-relations.ts";
export type { CrmPeople } from "./relations/crm-people.ts";
export { forgetPast } from "./retention.ts";
export type { Retention } from "./retention.ts";
export type { Settings } from "./settings.ts";
export { createSqlCrm } from "./sql-crm.ts";
export type { SqlCrm, SqlCrmOptions, SqlPorts } from "./sql-crm.ts";
