export type {
  Identities,
  IdentityOptions,
  MatchDecision,
  MatchProposal,
  MatchReason,
  MatchScore,
  Merge,
} from "./identity/identity.ts";
export type {
  BookAcquaintances,
  BookAcquaintancesQuery,
  BookChanges,
  BookTarget,
  BookView,
  CrmRelations,
  MemberWish,
  PersonReport,
  RelationBook,
  RelationBookInput,
  RelationWarning,
  TargetsQuery,
} from "./relation-book.ts";
export type { Asked, AskedPerson, RelationAccess, TargetContact } from "./relation-access.ts";
export { asksCountFrom, DEFAULT_RELATION_RULES, toRelationRules } from "./relation-rules.ts";
export type { RelationRules } from "./relation-rules.ts";
export { CRM_SOURCE, recordIdOf } from "./source-record.ts";
export type { RelationSource, SourceBody, SourcePerson, SourceRecord, SourceTie } from "./source-record.ts";
export { toNameKey } from "./identity/name-key.ts";
export { createRelationBook } from "./create-relation-book.ts";
export { createRelationReader } from "./create-relation-reader.ts";
export { tiesOfCrm } from "./ties-of-crm.ts";
export type { CrmRecords } from "./ties-of-crm.ts";
export { resolveBodies, resolveIdentities, scoreMatch } from "./identity/resolve-identities.ts";
