import { type BridgeRules, DEFAULT_BRIDGE_RULES } from "@sweetspot/bridge-graph";

/** The admin's rules: how strong ties are, and how often a go-between may be asked. */
export interface RelationRules extends BridgeRules {
  /** Days in which the same go-between should not be asked again. */
  readonly coolingOffDays: number;
  /** Introductions asked of one person in three months at most. */
  readonly asksPerQuarter: number;
}

export const DEFAULT_RELATION_RULES: RelationRules = {
  ...DEFAULT_BRIDGE_RULES,
  coolingOffDays: 90,
  asksPerQuarter: 3,
};
