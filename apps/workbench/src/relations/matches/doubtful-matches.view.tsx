import { foldText } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import { useView } from "../../page/use-view.ts";
import { Failure } from "../failure.view.tsx";
import type { MatchKind } from "../relations-client.ts";
import { filterProposals, NO_FILTER } from "./compare.model.ts";
import { type MatchAnswer, type MatchDesk, pairKey } from "./match-desk.ts";
import { MatchFilters } from "./match-filters.view.tsx";
import { MatchList } from "./match-list.view.tsx";
import { MatchPair } from "./match-pair.view.tsx";

const KEYS: Readonly<Record<string, MatchAnswer>> = { s: "same", d: "different", l: "later" };

/** Pairs in doubt, one after the other: side by side, answered by a key, and taken back by another. */
export function DoubtfulMatches({
  kind,
  desk,
}: {
  readonly kind: MatchKind;
  readonly desk: MatchDesk;
}): ReactNode {
  const { t, format } = usePage();
  const { open, answered, left, isReading, error } = useView(desk);
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, setChosen] = useState<string>();
  const pair = useRef<HTMLElement>(null);
  const place = useRef<HTMLElement>(null);
  useEffect(() => void desk.load(), [desk]);
  const found = useMemo(() => filterProposals(open, filter, foldText), [open, filter]);
  const at = Math.max(
    0,
    found.findIndex((proposal) => pairKey(proposal) === chosen),
  );
  const current = found[at];
  const shown = current && pairKey(current);
  // The keys work where the focus is: it goes on to the next pair, and comes along at first, unless it has something to do.
  const goesOn = useRef(false);
  useEffect(() => {
    const { activeElement } = document;
    const isIdle = activeElement === document.body || activeElement?.matches("main, .wb-parts a");
    if (goesOn.current || (shown !== undefined && isIdle))
      (pair.current ?? place.current)?.focus({ preventScroll: true });
    goesOn.current = false;
  }, [shown]);

  const choose = (index: number): void => {
    const next = found[Math.min(Math.max(index, 0), found.length - 1)];
    if (next) setChosen(pairKey(next));
  };
  const answer = (given: MatchAnswer): void => {
    if (!current) return;
    // The one after it takes its place: whoever filters goes on among those he has found.
    const next = found[at + 1] ?? found[at - 1];
    setChosen(next && pairKey(next));
    goesOn.current = true;
    void desk.answer(current, given);
  };
  const undo = (): void => {
    const last = answered.at(-1);
    if (!last) return;
    setChosen(pairKey(last.proposal));
    goesOn.current = true;
    void desk.undo();
  };
  // Letters are keys of this part alone, and never while something is being typed.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea")) return;
    const key = event.key.toLowerCase();
    const given = KEYS[key];
    if (given) answer(given);
    else if (key === "u") undo();
    else if (event.key === "ArrowDown") choose(at + 1);
    else if (event.key === "ArrowUp") choose(at - 1);
    else return;
    event.preventDefault();
  };
  const done = answered.filter(({ answer: given }) => given !== "later").length;

  return (
    // The keys are a short cut to the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={place}
      className="wb-matches"
      tabIndex={-1}
      aria-label={t("relations.matches.doubtful")}
      onKeyDown={onKeyDown}
    >
      {error ? <Failure error={error} onRetry={() => void desk.load()} /> : null}
      {left === undefined ? null : (
        <div className="wb-match-progress">
          <output className="ss-number">
            {t("relations.matches.progress", {
              count: left,
              left: format.number(left),
              done: format.number(done),
            })}
          </output>
          <progress
            max={Math.max(1, left + done)}
            value={done}
            aria-label={t("relations.matches.progress.label")}
          />
          <button
            type="button"
            className="ss-button ss-button-small"
            disabled={answered.length === 0}
            aria-keyshortcuts="U"
            onClick={undo}
          >
            <Icon name="undo" size="small" />
            {t("relations.matches.undo")} <kbd className="ss-key">U</kbd>
          </button>
        </div>
      )}
      {open.length > 0 ? (
        <div className="wb-match-columns">
          <div className="wb-card wb-match-side">
            <MatchFilters filter={filter} proposals={open} onChange={setFilter} />
            <MatchList proposals={found} chosen={at} isReading={isReading} onChoose={choose} />
          </div>
          {current ? (
            <MatchPair ref={pair} key={pairKey(current)} kind={kind} proposal={current} onAnswer={answer} />
          ) : (
            <p className="wb-card wb-none">{t("relations.matches.none-found")}</p>
          )}
        </div>
      ) : null}
      {left === undefined && !error ? <div className="ss-bone wb-bone-head" /> : null}
      {left === 0 && !isReading ? (
        <section className="wb-card ss-screen">
          <span className="ss-screen-mark wb-mark-good">
            <Icon name="check" />
          </span>
          <h2 className="ss-screen-title">{t("relations.matches.none")}</h2>
          <p className="ss-screen-text">{t("relations.matches.none.text")}</p>
        </section>
      ) : null}
    </section>
  );
}
