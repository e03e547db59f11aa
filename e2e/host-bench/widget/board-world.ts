import { type RecordId, toRecordId } from "@sweetspot/contract";
import { conformanceWorld, type CrmWorld, type PlanSeed } from "@sweetspot/fixtures";
import { COMMIT_LIMIT, INSIGHT_KINDS } from "@sweetspot/plan-model";

export interface BoardSize {
  readonly levels: number;
  /** On each level, half of them the customer's. */
  readonly insights: number;
}

/** Numerical Recipes' generator: the same words on every machine. */
function createWords(): () => string {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const index = Math.floor((state / 2 ** 32) * 400);
    return `topic${String.fromCodePoint(97 + (index % 26))}${index}`;
  };
}

/** A strategy board so large that nobody has one: every sixth insight of a side is in a sweet spot. */
export function boardWorld({ levels, insights }: BoardSize): {
  world: CrmWorld;
  plans: PlanSeed[];
  account: RecordId;
} {
  const world = conformanceWorld();
  const account = world.accounts[0]?.id ?? toRecordId("none");
  const by = world.teamMembers.find((member) => member.role === "rep")?.id ?? toRecordId("none");
  const word = createWords();
  const puts = Array.from({ length: levels }, (_, level) => [
    {
      id: toRecordId(`level-${level}`),
      type: "strategy-level",
      fields: { name: `Level ${level + 1}`, kind: "company", order: level },
    },
    ...Array.from({ length: insights }, (__, place) => ({
      id: toRecordId(`insight-${level}-${place}`),
      type: "insight",
      fields: {
        level: `level-${level}`,
        side: place % 2 === 0 ? "customer" : "provider",
        kind: INSIGHT_KINDS[Math.floor(place / 2) % 3] ?? "strategy",
        statement: `${place + 1}. ${Array.from({ length: 12 }, word).join(" ")}`,
        order: place,
      },
    })),
    ...Array.from({ length: Math.floor(insights / 12) }, (__, spot) => ({
      id: toRecordId(`spot-${level}-${spot}`),
      type: "sweet-spot",
      fields: {
        level: `level-${level}`,
        customerInsights: [`insight-${level}-${spot * 12}`],
        providerInsights: [`insight-${level}-${spot * 12 + 1}`],
        order: spot,
      },
    })),
  ]).flat();
  const plans: PlanSeed[] = [];
  for (let from = 0; from < puts.length; from += COMMIT_LIMIT)
    plans.push({ scope: { kind: "account", account }, by, puts: puts.slice(from, from + COMMIT_LIMIT) });
  return { world, account, plans };
}
