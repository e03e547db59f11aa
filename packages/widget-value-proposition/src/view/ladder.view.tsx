import { Button, Combobox, IconButton, Popover, useCrm } from "@sweetspot/widget-kit";
import { benefitLadder } from "@sweetspot/plan-model";
import { type ReactNode, useEffect, useRef, useState } from "react";
import {
  answerWhy,
  MOST_WHYS,
  removeLadder,
  setLadderOffering,
  takeValue,
  writeRung,
} from "../edits/ladder-edits.model.ts";
import type { LadderRecord, PropositionRecord } from "../model/reading.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";
import { type TooLong, WritingField } from "./writing-field.view.tsx";

interface LadderProps {
  readonly workspace: Workspace;
  readonly proposition: PropositionRecord;
  readonly ladder: LadderRecord;
  readonly tooLong: TooLong;
}

/** One ladder as stairs: feature, benefit, up to three answers to "why?", value. */
export function Ladder({ workspace, proposition, ladder, tooLong }: LadderProps): ReactNode {
  const { story, edit, writable } = workspace;
  const { account } = useCrm();
  const t = useText();
  const { feature, benefit = "", whys = [], value = "", offering } = ladder.fields;
  const [asking, setAsking] = useState(false);
  const asked = asking ? [...whys, ""] : whys;
  const rung = (name: string) => ({ name: `${ladder.id} ${name}`, rows: 1, writable, tooLong });
  const { max } = benefitLadder.fields.benefit;
  return (
    <div className="vp-ladder">
      <div className="vp-row">
        {writable ? (
          <Combobox
            hideLabel
            label={t("ladder.offering")}
            placeholder={t("ladder.offering")}
            value={offering}
            options={story.offerings.map(({ id, fields }) => ({ value: id, label: fields.name }))}
            onChange={(id) => edit(setLadderOffering(ladder, id))}
          />
        ) : null}
        {writable ? (
          <IconButton
            icon="trash"
            size="small"
            label={t("ladder.remove")}
            onClick={() => edit(removeLadder(ladder.id))}
          />
        ) : null}
      </div>
      <ol className="vp-stairs" data-rungs={asked.length > 1 ? "many" : "few"}>
        <li className="vp-rung" data-rung="feature">
          <WritingField
            {...rung("feature")}
            label={t("ladder.feature")}
            value={feature}
            max={benefitLadder.fields.feature.max}
            onWrite={(text) => edit(writeRung(ladder, "feature", text))}
          />
        </li>
        <li className="vp-rung" data-rung="benefit">
          <span className="vp-why" aria-hidden="true">
            {t("ladder.so")}
          </span>
          <WritingField
            {...rung("benefit")}
            label={t("ladder.benefit")}
            placeholder={t("ladder.benefit-hint")}
            value={benefit}
            max={max}
            onWrite={(text) => edit(writeRung(ladder, "benefit", text))}
          />
        </li>
        {asked.map((why, index) => (
          // A "why?" has no name but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <WhyRung key={index} fresh={index === whys.length}>
            <span className="vp-why" aria-hidden="true">
              {t("ladder.why")}
            </span>
            <WritingField
              {...rung(`why ${String(index)} of ${String(whys.length)}`)}
              label={t("ladder.why-label", { place: index + 1 })}
              placeholder={t("ladder.why-hint")}
              value={why}
              max={max}
              onWrite={(text) => {
                setAsking(false);
                edit(answerWhy(ladder, index, text));
              }}
            />
          </WhyRung>
        ))}
        <li className="vp-rung" data-rung="value">
          <span className="vp-why" aria-hidden="true">
            {t("ladder.why")}
          </span>
          <WritingField
            {...rung("value")}
            label={t("ladder.value", { account: account?.name ?? "" })}
            placeholder={t("ladder.value-hint")}
            value={value}
            max={max}
            onWrite={(text) => edit(writeRung(ladder, "value", text))}
          />
        </li>
      </ol>
      {writable ? (
        <p className="vp-row">
          {whys.length < MOST_WHYS && !asking ? (
            <Button size="small" tone="quiet" icon="plus" onClick={() => setAsking(true)}>
              {t("ladder.ask")}
            </Button>
          ) : null}
          <span className="ss-meta">{t("ladder.asked", { count: whys.length, most: MOST_WHYS })}</span>
          <WaysToAsk />
          {value.trim() === "" ? null : (
            <Button
              size="small"
              tone="quiet"
              icon="stairs"
              disabled={takeValue(proposition, value) === undefined}
              onClick={() => edit(takeValue(proposition, value))}
            >
              {t("ladder.take-value")}
            </Button>
          )}
        </p>
      ) : null}
    </div>
  );
}

/** A rung that was asked for this moment takes the focus. */
function WhyRung({ fresh, children }: { readonly fresh: boolean; readonly children: ReactNode }): ReactNode {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (fresh) item.current?.querySelector("textarea")?.focus();
  }, [fresh]);
  return (
    <li ref={item} className="vp-rung" data-rung="why">
      {children}
    </li>
  );
}

const WAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The method's seven ways to ask "why?" (§2.5). */
function WaysToAsk(): ReactNode {
  const t = useText();
  return (
    <Popover
      title={t("ladder.ways")}
      trigger={
        <Button size="small" tone="quiet" icon="question">
          {t("ladder.ways")}
        </Button>
      }
    >
      <ol className="vp-ways">
        {WAYS.map((way) => (
          <li key={way}>{t(`ladder.way.${way}`)}</li>
        ))}
      </ol>
    </Popover>
  );
}
