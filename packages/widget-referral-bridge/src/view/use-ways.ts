import type {
  PathsAnswer,
  RecordId,
  RelationChoice,
  RelationGround,
  RelationLink,
  RelationReader,
  RelationTarget,
  TargetPage,
} from "@sweetspot/contract";
import { usePlanPart, usePlanSession, useRelations } from "@sweetspot/widget-kit";
import { useEffect, useMemo, useState } from "react";
import { type DismissedTie, dismissedTies } from "../edits/dismiss-edits.model.ts";
import { joinCasts } from "../model/cast.model.ts";
import type { Cast } from "../model/chosen-way.ts";
import { type Filters, NO_FILTERS, toChoice } from "../model/filters.model.ts";
import type { Lit } from "../model/lit.model.ts";
import { isSame } from "../model/targets.model.ts";
import { type Acquaintances, useAcquaintances } from "./use-acquaintances.ts";
import { type Answer, useAnswer } from "./use-answer.ts";
import type { Bridge } from "./use-bridge.ts";

/** Everything list and picture of the ways share. */
export interface Ways {
  readonly relations: RelationReader | undefined;
  readonly targets: Answer<TargetPage>;
  readonly target: RelationTarget | undefined;
  readonly answer: Answer<PathsAnswer>;
  readonly acquaintances: Acquaintances;
  /** Of the answer and of everybody who was opened. */
  readonly cast: Cast;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
  readonly dismissed: readonly DismissedTie[];
  /** The number of the way that is unfolded. */
  readonly chosen: number;
  readonly choose: (way: number) => void;
  /** What pointer or keyboard is at. */
  readonly lit: Lit | undefined;
  readonly light: (lit: Lit | undefined) => void;
  readonly dialog: WaysDialog | undefined;
  readonly show: (dialog: WaysDialog | undefined) => void;
}

export type WaysDialog =
  | { readonly kind: "dismiss"; readonly ground: RelationGround; readonly link: RelationLink }
  | { readonly kind: "person"; readonly id: RecordId }
  | { readonly kind: "dismissed" }
  | { readonly kind: "wish" };

const NOBODY: readonly RecordId[] = [];

export function useWays({ target: aimed, aim }: Bridge): Ways {
  const relations = useRelations();
  const { account } = usePlanSession();
  const plan = usePlanPart((view) => view.plan);
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [unfolded, unfold] = useState<{ readonly of: PathsAnswer | undefined; readonly way: number }>();
  const [dialog, show] = useState<WaysDialog | undefined>(undefined);
  const [lit, light] = useState<Lit | undefined>(undefined);

  const dismissed = useMemo(() => dismissedTies(plan), [plan]);
  // The plan changes for many reasons; ways are asked for anew only where these ties are others.
  const ties = useStable(dismissed.map(({ fields }) => fields.tie as RecordId));
  const choice = useMemo((): RelationChoice => toChoice(filters, ties), [filters, ties]);

  const askTargets = useMemo(
    () => relations && ((signal: AbortSignal) => readTargets(relations, account, signal)),
    [relations, account],
  );
  const targets = useAnswer(askTargets, account);
  const first = targets.value?.items[0];
  const target = targets.value?.items.find((one) => isSame(one, aimed)) ?? aimed ?? first;
  useEffect(() => {
    if (!aimed && first) aim(first);
  }, [aimed, first, aim]);

  const [person, contact] = [target?.person, target?.contact];
  const askWays = useMemo(() => {
    const to = person === undefined ? (contact === undefined ? undefined : { contact }) : { person };
    if (!relations || !to) return undefined;
    const query = { account, to, maxIntroductions: filters.goBetweens + 1, count: 5, ...choice };
    return (signal: AbortSignal) => relations.findPaths(query, { signal });
  }, [relations, account, person, contact, filters.goBetweens, choice]);
  const answer = useAnswer(askWays, person ?? contact ?? "");
  // Of every new answer the best way is unfolded.
  const chosen = unfolded?.of === answer.value ? (unfolded?.way ?? 0) : 0;

  const people = useStable(answer.value?.paths.flatMap((path) => path.people) ?? NOBODY);
  const acquaintances = useAcquaintances(relations, account, choice, people);
  const { opened } = acquaintances;
  const cast = useMemo(
    () => joinCasts([...opened.values(), ...(answer.value ? [answer.value] : [])]),
    [answer.value, opened],
  );
  return {
    relations,
    targets,
    target,
    answer,
    acquaintances,
    cast,
    filters,
    setFilters,
    dismissed,
    chosen,
    choose: (way) => unfold({ of: answer.value, way }),
    lit,
    light,
    dialog,
    show,
  };
}

/** All targets: an account has as many as it has people who matter, and search wants them here. */
async function readTargets(
  relations: RelationReader,
  account: RecordId,
  signal: AbortSignal,
): Promise<TargetPage> {
  let page = await relations.listTargets(account, { limit: 500, signal });
  const items = [...page.items];
  while (page.next !== undefined && items.length < 5_000) {
    // oxlint-disable-next-line no-await-in-loop -- each page brings the cursor of the next
    page = await relations.listTargets(account, { limit: 500, signal, cursor: page.next });
    items.push(...page.items);
  }
  return { ...page, items };
}

/** The same list, each id once, as long as it holds the same ids. */
function useStable(ids: readonly RecordId[]): readonly RecordId[] {
  const key = [...new Set(ids)].join("\n");
  return useMemo(() => (key === "" ? NOBODY : (key.split("\n") as RecordId[])), [key]);
}
