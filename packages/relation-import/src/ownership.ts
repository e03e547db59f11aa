import { createCompactIndex } from "@sweetspot/crm-import/reading";
import type { TieRow } from "./relation-sink.port.ts";
import type { RowFault } from "./row-values.ts";

const OWNERS = "shareholder";
/** Registers round. */
const ROUNDING = 0.5;

/** What the ties of one import say together about who owns what today. */
export interface Ownership {
  /**
   * Adds a tie that is about to be taken: shares of one body may not be more than 100 % together, and nobody owns himself
   * over others. Past ties are passed over: shares that followed each other do not add up.
   */
  check(tie: TieRow): RowFault | undefined;
}

/** Holds a number for each body with shares, and the ownership of bodies by bodies; nothing for other ties. */
export function createOwnership(): Ownership {
  const bodies = createCompactIndex();
  const shares: number[] = [];
  const owned = new Map<string, Set<string>>();
  const owners = new Map<string, Set<string>>();

  const addShare = (body: string, share: number): boolean => {
    const known = bodies.find(body);
    const at = known >= 0 ? known : bodies.add(body);
    const sum = (shares[at] ?? 0) + share;
    if (sum > 100 + ROUNDING) return false;
    shares[at] = sum;
    return true;
  };
  const closesCircle = (owner: string, body: string): boolean => meet(owned, body, owners, owner);

  return {
    check(tie) {
      const { type, body, otherBody, share, end } = tie;
      if (body === undefined || end !== undefined || type !== OWNERS) return undefined;
      if (otherBody !== undefined) {
        if (closesCircle(otherBody, body))
          return { code: "ownership-cycle", effect: "row", field: "otherBody", value: otherBody };
        link(owned, otherBody, body);
        link(owners, body, otherBody);
      }
      if (share !== undefined && !addShare(body, share))
        return { code: "shares-over-100", effect: "value", field: "share", value: String(share) };
      return undefined;
    },
  };
}

function link(graph: Map<string, Set<string>>, from: string, to: string): void {
  const known = graph.get(from);
  if (known) known.add(to);
  else graph.set(from, new Set([to]));
}

/**
 * Can one walk from `down` along the first graph to `up`? Both sides are searched by turns, and the smaller one decides: a
 * chain is checked link by link without walking all of it each time.
 */
function meet(
  owned: ReadonlyMap<string, ReadonlySet<string>>,
  down: string,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  up: string,
): boolean {
  const below = { graph: owned, seen: new Set([down]), open: [down] };
  const above = { graph: owners, seen: new Set([up]), open: [up] };
  for (let [near, far] = [below, above]; near.open.length > 0; [near, far] = [far, near]) {
    const at = near.open.pop() ?? "";
    if (far.seen.has(at)) return true;
    for (const next of near.graph.get(at) ?? []) {
      if (far.seen.has(next)) return true;
      if (near.seen.has(next)) continue;
      near.seen.add(next);
      near.open.push(next);
    }
  }
  return false;
}
