import { Button, newRecordId } from "@sweetspot/widget-kit";
import { benefitLadder } from "@sweetspot/plan-model";
import type { ReactNode } from "react";
import { useState } from "react";
import { startLadder } from "../edits/ladder-edits.model.ts";
import { laddersOf } from "../model/ladders.model.ts";
import type { OpenProposition } from "./opened.model.ts";
import { Ladder } from "./ladder.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";
import { type TooLong, WritingField } from "./writing-field.view.tsx";

interface LaddersProps {
  readonly workspace: Workspace;
  readonly opened: OpenProposition;
  readonly tooLong: TooLong;
}

/** The ladders from what our offering is to what it is worth to this customer. */
export function Ladders({ workspace, opened, tooLong }: LaddersProps): ReactNode {
  const { story, edit, writable } = workspace;
  const { entry, proposition } = opened;
  const t = useText();
  const ladders = laddersOf(story, proposition);
  const [starting, setStarting] = useState(false);
  if (!writable && ladders.length === 0) return null;
  return (
    <section className="vp-ladders" aria-label={t("ladder.title")}>
      <header className="vp-row">
        <h3>{t("ladder.title")}</h3>
        <span className="ss-meta">{t("ladder.whose")}</span>
      </header>
      {ladders.map((ladder) => (
        <Ladder
          key={ladder.id}
          workspace={workspace}
          proposition={proposition}
          ladder={ladder}
          tooLong={tooLong}
        />
      ))}
      {writable && (starting || ladders.length === 0) ? (
        <div className="vp-rung vp-rung-new" data-rung="feature">
          <WritingField
            label={t("ladder.begin")}
            placeholder={t("ladder.begin-hint")}
            name={`${proposition.id} new ladder`}
            value=""
            max={benefitLadder.fields.feature.max}
            rows={1}
            writable
            tooLong={tooLong}
            onWrite={(feature) => {
              setStarting(false);
              edit(startLadder({ feature, spot: entry.id, proposition: proposition.id }, newRecordId));
            }}
          />
        </div>
      ) : null}
      {writable && !starting && ladders.length > 0 ? (
        <div>
          <Button size="small" tone="quiet" icon="plus" onClick={() => setStarting(true)}>
            {t("ladder.add")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
