export type { Account } from "./account.ts";
export type { Asset } from "./asset.ts";
export type { Catalogue, CatalogueEntry } from "./catalogue.ts";
export type { Contact } from "./contact.ts";
export { CRM_ERROR_CODES, CrmError, fromCrmErrorMessage, toCrmErrorMessage } from "./crm-error.ts";
export type { CrmErrorCode, CrmErrorMessage, CrmErrorOptions } from "./crm-error.ts";
export type { CrmFeed, CrmView, PeopleView } from "./crm-feed.port.ts";
export type { AccountOverview, AccountQuery, CrmReader, DataGap } from "./crm-reader.port.ts";
export type { IsoDate, IsoInstant } from "./dates.ts";
export { EMPTY, HIDDEN, known, toField, valueOf } from "./field.ts";
export type { Field } from "./field.ts";
export { foldText } from "./fold-text.ts";
export type {
  DraftStorage,
  HostContext,
  HostSurface,
  NewOpportunity,
  NewTask,
  RecordType,
  Skin,
  Theme,
  WidgetAim,
  WidgetHandOver,
} from "./host-surface.port.ts";
export type {
  InsightReader,
  Lookalike,
  LookalikeAnswer,
  LookalikeGap,
  LookalikeModel,
  LookalikeQuery,
  LookalikeSuggestion,
} from "./insight-reader.port.ts";
export { gapOf, INVOLVEMENT_GAPS } from "./involvement.ts";
export type { Involvement, InvolvementGap, InvolvementPage } from "./involvement.ts";
export type { Money } from "./money.ts";
export type { LineItem, Opportunity, OpportunityStatus } from "./opportunity.ts";
export { byClosingDate, byName } from "./order.ts";
export type { Page, PageOptions, ReadOptions } from "./page.ts";
export type {
  ConflictCause,
  PlanConflict,
  PlanEdit,
  PlanSession,
  PlanView,
  SavingState,
  UndoState,
} from "./plan-session.port.ts";
export { accountScope, isTombstone, LIBRARY, scopeKey } from "./plan-store.port.ts";
export type {
  Change,
  Commit,
  CommitResult,
  ConflictDetail,
  PlanFields,
  PlanIssue,
  PlanRecord,
  PlanSnapshot,
  PlanStore,
  PlanValue,
  PlanVersion,
  Put,
  RefusedDetail,
  Removal,
  Revision,
  Scope,
  StoredCopy,
  Tombstone,
} from "./plan-store.port.ts";
export { PORTFOLIO_FILTERS, PORTFOLIO_GROUPS, PORTFOLIO_SORTS } from "./portfolio-reader.port.ts";
export type {
  PortfolioFigures,
  PortfolioFilter,
  PortfolioFreshness,
  PortfolioGroup,
  PortfolioLevel,
  PortfolioPage,
  PortfolioQuery,
  PortfolioReader,
  PortfolioRow,
  PortfolioSort,
  PortfolioSummary,
  PortfolioSums,
} from "./portfolio-reader.port.ts";
export type { Product } from "./product.ts";
export { toRecordId } from "./record-id.ts";
export type { RecordId } from "./record-id.ts";
export { RELATION_TYPES } from "./relation.ts";
export type {
  PartialDate,
  RelationBody,
  RelationCast,
  RelationGround,
  RelationLink,
  RelationPath,
  RelationPerson,
  RelationReason,
  RelationTie,
  RelationType,
  SourceNote,
} from "./relation.ts";
export type {
  AcquaintancePage,
  AcquaintancesQuery,
  PathsAdvice,
  PathsAnswer,
  PathsQuery,
  RelationChoice,
  RelationGap,
  RelationReader,
  RelationTarget,
  TargetPage,
  TieWish,
} from "./relation-reader.port.ts";
export type { TeamMember, TeamRole } from "./team-member.ts";
export { CONTRACT_VERSION } from "./widget-module.port.ts";
export type { MountedWidget, WidgetModule, WidgetOptions, WidgetServices } from "./widget-module.port.ts";
export { defineSummary } from "./widget-summary.ts";
export type {
  SummaryCount,
  SummaryCrm,
  SummaryDeclaration,
  SummaryInput,
  SummaryLabel,
  SummaryLayer,
  SummaryPreview,
  SummaryStep,
  SummaryText,
  SummaryTone,
  WidgetSummary,
} from "./widget-summary.ts";
