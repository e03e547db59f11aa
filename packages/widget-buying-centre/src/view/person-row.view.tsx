import { Chip, Face, Icon } from "@sweetspot/widget-kit";
import { type KeyboardEvent, memo, type ReactNode } from "react";
import type { RecordId } from "@sweetspot/contract";
import type { Person } from "../model/people.model.ts";
import { Scale } from "./scale.view.tsx";
import { usePersonText } from "./use-person-text.ts";
import { useText } from "./use-text.ts";

export interface PersonRowProps {
  readonly person: Person;
  readonly lead: string;
  readonly faded: boolean;
  readonly place: number;
  readonly count: number;
  readonly current: boolean;
  readonly start: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly onOpen: (person: RecordId) => void;
  readonly onKey: (event: KeyboardEvent, place: number) => void;
}

/** One person in one line; on a phone in a card of three. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps): ReactNode {
  const { person, lead, faded, place, count, current, start, measure, onOpen, onKey } = props;
  const t = useText();
  const text = usePersonText();
  const { fields, spreads } = person;
  const standing = text.standing(person);
  const notice = text.notice(person);
  const roles = [text.role(person), text.type(person)].filter(Boolean).join(" · ");
  return (
    <li
      ref={measure}
      data-index={place}
      className="bc-item"
      style={{ transform: `translateY(${String(start)}px)` }}
      aria-setsize={count}
      aria-posinset={place + 1}
    >
      <button
        type="button"
        className="bc-row"
        data-faded={faded || undefined}
        data-standing={person.standing}
        data-place={place}
        tabIndex={current ? 0 : -1}
        onClick={() => onOpen(person.id)}
        onKeyDown={(event) => onKey(event, place)}
      >
        {/* One sentence for the ear; the columns speak to the eye. */}
        <span className="ss-hidden">{text.summary(person, lead)}</span>
        <span className="bc-cells" aria-hidden="true">
          <span className="bc-who">
            <Face name={fields.name} side="customer" size="large" />
            <span className="bc-names">
              <bdi className="bc-name">{fields.name}</bdi>
              {fields.position === undefined || fields.position === fields.name ? null : (
                <bdi className="ss-meta bc-clip">{fields.position}</bdi>
              )}
              {standing === undefined && notice === undefined ? null : (
                <span className="bc-marks">
                  {standing === undefined ? null : <Chip>{standing}</Chip>}
                  {notice === undefined ? null : (
                    <Chip tone="warn" icon="alert">
                      {notice}
                    </Chip>
                  )}
                </span>
              )}
            </span>
          </span>
          <span className="bc-role">{roles}</span>
          <span className="bc-rating" data-label={text.aspect("relationship")}>
            <Scale low={-2} high={2} spread={spreads.relationship} />
            <span className="ss-number">{text.spread("relationship", spreads.relationship)}</span>
          </span>
          <span className="bc-rating" data-label={text.aspect("influence")}>
            <Scale low={1} high={3} spread={spreads.influence} />
            <span className="ss-number">{text.spread("influence", spreads.influence)}</span>
          </span>
          <span className="bc-figures ss-number">
            {[spreads.power, spreads.interest].some(Boolean)
              ? t("rating.power-interest", {
                  power: text.spread("power", spreads.power) || "–",
                  interest: text.spread("interest", spreads.interest) || "–",
                })
              : ""}
          </span>
          <span className="bc-lead">
            {person.leadMissing ? (
              <Chip tone="warn">{t("lead.missing")}</Chip>
            ) : (
              <>
                {lead === "" ? null : <Face name={lead} side="provider" />}
                <bdi className="bc-clip">{lead}</bdi>
              </>
            )}
          </span>
          <span className="bc-differ">
            {person.diverging.length > 0 ? (
              <>
                <Icon name="swap" size="small" />
                <span className="bc-differ-words">{t("rating.differ")}</span>
              </>
            ) : null}
          </span>
        </span>
      </button>
    </li>
  );
});
