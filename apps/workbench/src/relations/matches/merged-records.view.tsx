import type { CrmError } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useCallback, useDeferredValue, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import { Failure } from "../failure.view.tsx";
import { type MatchKind, type RelationsClient, type ShownMerge, toCrmError } from "../relations-client.ts";
import { useReading } from "../use-reading.ts";
import { toShownScore } from "./compare.model.ts";
import { pairKey } from "./match-desk.ts";
import { PairReasons, PairTable } from "./match-pair.view.tsx";

const AT_FIRST = 50;

/** Records taken for one: looked up by name, and split where they are two. */
export function MergedRecords({
  kind,
  client,
}: {
  readonly kind: MatchKind;
  readonly client: RelationsClient;
}): ReactNode {
  const { t, format } = usePage();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search.trim());
  const [last, setLast] = useState<ShownMerge>();
  const [failure, setFailure] = useState<CrmError>();
  const read = useCallback(
    (signal: AbortSignal) => client.findMerges(kind, wanted, signal),
    [client, kind, wanted],
  );
  const { value, error, readAgain } = useReading(read);
  const act = async (work: Promise<void>, split: ShownMerge | undefined): Promise<void> => {
    setFailure(undefined);
    try {
      await work;
      setLast(split);
      readAgain();
    } catch (problem) {
      setFailure(toCrmError(problem));
    }
  };
  // What somebody had decided before is decided again; what the rules had joined is theirs to judge.
  const undo =
    last && (() => void act(last.decided ? client.decide(last, true) : client.takeBack(last), undefined));
  const failed = failure ?? error;
  return (
    <section className="wb-merges" aria-label={t("relations.matches.merged")}>
      <label className="ss-search">
        <Icon name="search" size="small" />
        <span className="ss-hidden">{t("relations.matches.search")}</span>
        <input
          type="text"
          inputMode="search"
          autoComplete="off"
          value={search}
          placeholder={t("relations.matches.search")}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      {failed ? <Failure error={failed} onRetry={readAgain} /> : null}
      <output className="ss-meta">
        {value
          ? t("relations.merges.found", { count: value.total, number: format.number(value.total) })
          : null}
      </output>
      {last ? (
        <output className="wb-card wb-split-note">
          <span>{t("relations.merges.split-done", { name: last.oneRecord?.name ?? last.one })}</span>
          <button type="button" className="ss-button ss-button-small" onClick={undo}>
            <Icon name="undo" size="small" />
            {t("relations.matches.undo")}
          </button>
        </output>
      ) : null}
      {value?.items.slice(0, AT_FIRST).map((merge) => (
        <MergeCard
          key={pairKey(merge)}
          kind={kind}
          merge={merge}
          onSplit={() => void act(client.decide(merge, false), merge)}
        />
      ))}
      {value && value.total > AT_FIRST ? (
        <p className="ss-meta">{t("relations.merges.more", { shown: format.number(AT_FIRST) })}</p>
      ) : null}
    </section>
  );
}

function MergeCard({
  kind,
  merge,
  onSplit,
}: {
  readonly kind: MatchKind;
  readonly merge: ShownMerge;
  readonly onSplit: () => void;
}): ReactNode {
  const { t, format } = usePage();
  const { oneRecord, otherRecord, one, other, decided, score } = merge;
  const name = oneRecord?.name ?? otherRecord?.name ?? one;
  return (
    <details className="wb-card wb-merge">
      <summary>
        <span className="wb-merge-names">
          <strong>{name}</strong> <span className="ss-meta">{oneRecord?.source}</span>
          <br />
          {otherRecord?.name ?? other} <span className="ss-meta">{otherRecord?.source}</span>
        </span>
        <span className={decided ? "ss-chip ss-chip-accent" : "ss-chip ss-number"}>
          {decided
            ? t("relations.merges.decided")
            : t("relations.pair.score", { score: format.percent(toShownScore(score)) })}
        </span>
      </summary>
      <PairTable kind={kind} proposal={merge} />
      <PairReasons reasons={merge.reasons} />
      <div className="wb-answers">
        <button type="button" className="ss-button" onClick={onSplit}>
          {t("relations.merges.split")}
          <span className="ss-hidden"> {name}</span>
        </button>
        <span className="ss-meta">{t("relations.merges.split.help")}</span>
      </div>
    </details>
  );
}
