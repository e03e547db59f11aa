import { Button, useCrm, useFormat } from "@sweetspot/widget-kit";
import { handLevelOf, type CellModel } from "@sweetspot/white-space-plan";
import { memo, type ReactNode, useState } from "react";
import type { CellText } from "../view/use-cell-text.ts";
import { useText } from "../view/use-text.ts";
import type { CellChange } from "./compare.model.ts";
import { CHANGE_KINDS, isUp } from "./compare.model.ts";
import type { Comparison } from "./use-comparison.ts";

/** Entries of a kind shown before "show all". */
const FIRST = 8;

export interface ChangeListProps {
  readonly comparison: Comparison;
  readonly text: CellText;
  readonly onOpen: (cell: CellModel) => void;
}

/** What became strong, what was lost, what rose and fell between two days, by the cell. */
export const ChangeList = memo(function ChangeList({ comparison, text, onOpen }: ChangeListProps): ReactNode {
  const t = useText();
  if (comparison.changes.length === 0) return null;
  return (
    <div className="ws-lists">
      {CHANGE_KINDS.map((kind) => {
        const changes = comparison.changes.filter((change) => change.kind === kind);
        return changes.length === 0 ? null : (
          <section key={kind} className="ws-list">
            <h3>
              {t(`time.kind.${kind}`)} <span className="ss-meta">{changes.length}</span>
            </h3>
            <Entries changes={changes} text={text} onOpen={onOpen} />
          </section>
        );
      })}
    </div>
  );
});

interface EntriesProps {
  readonly changes: readonly CellChange[];
  readonly text: CellText;
  readonly onOpen: (cell: CellModel) => void;
}

function Entries({ changes, text, onOpen }: EntriesProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const [all, setAll] = useState(false);
  const because = ({ because, cell }: CellChange): string => {
    if (because === "crm") return t("time.by-data");
    const hand = handLevelOf(cell.record);
    return t("time.by-hand", {
      name: teamMembers.find(({ id }) => id === hand?.by)?.name ?? "",
      day: hand?.at === undefined ? "" : format.date(hand.at),
    });
  };
  return (
    <>
      <ol>
        {(all ? changes : changes.slice(0, FIRST)).map((change) => (
          <li key={change.cell.key}>
            <span className="ws-turn" data-change={isUp(change.kind) ? "up" : "down"}>
              {text.turned(change)}
              {" → "}
              {text.word(change.after)}
            </span>
            <button type="button" className="ws-entry" onClick={() => onOpen(change.cell)}>
              <strong>{text.name(change.cell.area)}</strong> {text.name(change.cell.offering)}
            </button>
            <span className="ws-entry-end ss-meta">{because(change)}</span>
          </li>
        ))}
      </ol>
      {changes.length > FIRST ? (
        <Button size="small" tone="quiet" onClick={() => setAll(!all)}>
          {all ? t("lists.fewer") : t("lists.all", { count: changes.length })}
        </Button>
      ) : null}
    </>
  );
}
