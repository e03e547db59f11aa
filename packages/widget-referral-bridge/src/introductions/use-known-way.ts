import { toRecordId } from "@sweetspot/contract";
import { usePlanSession, useRelations } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import { joinCasts } from "../model/cast.model.ts";
import type { ChosenWay } from "../model/chosen-way.ts";
import type { IntroductionFields } from "./introduction.model.ts";

/** As many ways as may be asked for: the one that was chosen need not be among the best today. */
const MOST_WAYS = 12;

type KnownWay = Pick<ChosenWay, "path" | "cast">;

/** Asks the relations for the way of an introduction; undefined where they know it no more or cannot be asked now. */
export function useKnownWay(): (fields: IntroductionFields) => Promise<KnownWay | undefined> {
  const relations = useRelations();
  const { account } = usePlanSession();
  return useCallback(
    async ({ target, way = [] }) => {
      if (relations === undefined || way.length < 2) return undefined;
      try {
        const to = { person: toRecordId(target) };
        const answer = await relations.findPaths({ account, to, count: MOST_WAYS });
        const path = answer.paths.find(({ people }) => people.join("\n") === way.join("\n"));
        return path && { path, cast: joinCasts([answer]) };
      } catch {
        return undefined;
      }
    },
    [relations, account],
  );
}
