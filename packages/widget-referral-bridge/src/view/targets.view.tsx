import type { RelationTarget } from "@sweetspot/contract";
import { Face, SearchInput, softHyphens } from "@sweetspot/widget-kit";
import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { findTargets, isSame, keyOf } from "../model/targets.model.ts";
import { Strength } from "./strength.view.tsx";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

interface Props {
  readonly ways: Ways;
  readonly onChoose: (target: RelationTarget) => void;
}

/** Whom we can want to meet: whom we reach best comes first, whom nobody reaches is told apart. */
export function Targets({ ways, onChoose }: Props): ReactNode {
  const { targets, target } = ways;
  const t = useText();
  const [search, setSearch] = useState("");
  const items = targets.value?.items;
  const { reached, others } = useMemo(() => findTargets(items ?? [], search), [items, search]);
  const count = reached.length + others.length;
  // A way may have been found that the page of targets did not promise, and the other way round.
  const row = (one: RelationTarget): ReactNode => (
    <TargetRow key={keyOf(one)} target={one} chosen={isSame(one, target)} onChoose={onChoose} />
  );
  return (
    <div className="rb-targets">
      <SearchInput
        label={t("target.search")}
        value={search}
        onChange={setSearch}
        found={search === "" ? undefined : t("target.found", { count })}
      />
      {items !== undefined && count === 0 ? (
        <p className="ss-meta rb-inset">{t(search === "" ? "target.none" : "target.nothing")}</p>
      ) : null}
      {reached.length === 0 ? null : (
        <section>
          <h3>{t("target.reached", { count: reached.length })}</h3>
          <ul>{reached.map(row)}</ul>
        </section>
      )}
      {others.length === 0 ? null : (
        <section>
          <h3>{t("target.others", { count: others.length })}</h3>
          <ul>{others.map(row)}</ul>
        </section>
      )}
    </div>
  );
}

function TargetRow(props: {
  readonly target: RelationTarget;
  readonly chosen: boolean;
  readonly onChoose: (target: RelationTarget) => void;
}): ReactNode {
  const { target, chosen, onChoose } = props;
  const { name, part, best } = target;
  const t = useText();
  return (
    <li>
      <button
        type="button"
        className="rb-target"
        aria-current={chosen ? "true" : undefined}
        onClick={() => onChoose(target)}
        onKeyDown={walk}
      >
        <Face name={name} side="customer" size="large" />
        <span className="rb-lines">
          <bdi className="rb-named">{name}</bdi>
          {part === undefined ? null : <bdi className="ss-meta">{softHyphens(part)}</bdi>}
          {best ? (
            <span className="rb-line ss-meta">
              <Strength strength={best.strength} />
              {t("way.go-betweens", { count: best.introductions - 1 })}
            </span>
          ) : (
            <span className="ss-meta">{t("target.unreached")}</span>
          )}
        </span>
      </button>
    </li>
  );
}

/** The arrow keys go from person to person. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const list = event.currentTarget.closest(".rb-targets");
  if (by === 0 || !list) return;
  const rows = [...list.querySelectorAll<HTMLElement>(".rb-target")];
  const next = rows[rows.indexOf(event.currentTarget) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
