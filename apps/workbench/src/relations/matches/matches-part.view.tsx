import { type ReactNode, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import { ChoiceGroup } from "../../shell/choice-group.view.tsx";
import { MATCH_KINDS, type MatchKind, type RelationsClient } from "../relations-client.ts";
import { DoubtfulMatches } from "./doubtful-matches.view.tsx";
import { createMatchDesk, type MatchDesk } from "./match-desk.ts";
import { MergedRecords } from "./merged-records.view.tsx";

const desks = new WeakMap<RelationsClient, Map<MatchKind, MatchDesk>>();

function deskOf(client: RelationsClient, kind: MatchKind): MatchDesk {
  const own = desks.get(client) ?? new Map<MatchKind, MatchDesk>();
  desks.set(client, own);
  const desk = own.get(kind) ?? createMatchDesk(client, kind);
  own.set(kind, desk);
  return desk;
}

/** Who is who: what is in doubt is asked, what was taken for one can be looked up and split. */
export function MatchesPart({ client }: { readonly client: RelationsClient }): ReactNode {
  const { t } = usePage();
  const [kind, setKind] = useState<MatchKind>("people");
  const [shown, setShown] = useState<"doubtful" | "merged">("doubtful");
  return (
    <>
      <div className="wb-match-choices">
        <ChoiceGroup
          label={t("relations.matches.of")}
          value={kind}
          choices={MATCH_KINDS.map((value) => ({ value, label: t(`relations.kind.${value}`) }))}
          onChange={setKind}
        />
        <ChoiceGroup
          label={t("relations.matches.show")}
          value={shown}
          choices={(["doubtful", "merged"] as const).map((value) => ({
            value,
            label: t(`relations.matches.${value}`),
          }))}
          onChange={setShown}
        />
      </div>
      {shown === "doubtful" ? (
        <DoubtfulMatches key={kind} kind={kind} desk={deskOf(client, kind)} />
      ) : (
        <MergedRecords key={kind} kind={kind} client={client} />
      )}
    </>
  );
}
