import { Button, Chip, SegmentedControl, Select, useFormat } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { confirmRating, rate, withdrawRating } from "../edits/rating-edits.model.ts";
import { type Aspect, ASPECTS, byDate, isOld } from "../model/spread.model.ts";
import type { SectionProps } from "./person-panel.view.tsx";
import { usePersonText } from "./use-person-text.ts";
import { useText } from "./use-text.ts";

const RELATIONSHIPS = [-2, -1, 0, 1, 2] as const;
const INFLUENCES = [1, 2, 3] as const;
const TENTHS = Array.from({ length: 11 }, (_, value) => value);

/** My own view, and the others' beside it: who differs should talk, nobody is averaged away. */
export function RatingSection({ centre, person }: SectionProps): ReactNode {
  const { edit, user, today, writable } = centre;
  const t = useText();
  const text = usePersonText();
  const mine = person.ratings.find(({ fields }) => fields.rater === user);
  const set = (aspect: Aspect, value: number): void => {
    edit(rate(person.id, aspect, value, { by: user, on: today }));
  };
  const { relationship, influence } = mine?.fields ?? {};
  return (
    <section className="bc-section">
      <h3>{t(writable ? "rating.mine" : "rating.views")}</h3>
      {writable ? (
        <>
          <div className="bc-rate">
            <span className="ss-label">{text.aspect("relationship")}</span>
            <SegmentedControl
              label={text.aspect("relationship")}
              value={relationship === undefined ? undefined : String(relationship)}
              options={RELATIONSHIPS.map((value) => ({
                value: String(value),
                label: text.value("relationship", value),
              }))}
              onChange={(value) => set("relationship", Number(value))}
            />
            <span className="ss-meta">
              {t(relationship === undefined ? "relationship.none" : `relationship.${relationship as 0}`)}
            </span>
          </div>
          <div className="bc-rate">
            <span className="ss-label">{text.aspect("influence")}</span>
            <SegmentedControl
              label={text.aspect("influence")}
              value={influence === undefined ? undefined : String(influence)}
              options={INFLUENCES.map((value) => ({ value: String(value), label: String(value) }))}
              onChange={(value) => set("influence", Number(value))}
            />
            <span className="ss-meta">
              {t(influence === undefined ? "influence.none" : `influence.${influence as 1}`)}
            </span>
          </div>
          <div className="bc-pair">
            {(["power", "interest"] as const).map((aspect) => (
              <Select
                key={aspect}
                label={text.aspect(aspect)}
                hint={t(`rating.${aspect}-hint`)}
                value={mine?.fields[aspect] === undefined ? undefined : String(mine.fields[aspect])}
                options={TENTHS.map((value) => ({ value: String(value), label: text.value(aspect, value) }))}
                onChange={(value) => set(aspect, Number(value))}
              />
            ))}
          </div>
        </>
      ) : null}
      <Views centre={centre} person={person} />
      {mine && writable ? (
        <div className="ss-row">
          {isOld(mine, today) ? (
            <Button size="small" onClick={() => edit(confirmRating(person.id, { by: user, on: today }))}>
              {t("rating.still")}
            </Button>
          ) : null}
          <Button size="small" tone="quiet" onClick={() => edit(withdrawRating(mine.id))}>
            {t("rating.withdraw")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Views({ centre, person }: SectionProps): ReactNode {
  const { memberName, today } = centre;
  const t = useText();
  const text = usePersonText();
  const format = useFormat();
  if (person.ratings.length === 0) return <p className="ss-meta">{t("rating.nobody")}</p>;
  return (
    <>
      {person.diverging.length > 0 ? (
        <p className="bc-differ-note">
          <Chip tone="accent" icon="swap">
            {t("rating.differ")}
          </Chip>
          <span>{t("rating.differ-text", { aspects: person.diverging.map(text.aspect).join(", ") })}</span>
        </p>
      ) : null}
      <ul className="bc-views" aria-label={t("rating.views")}>
        {byDate(person.ratings).map((rating) => (
          <li key={rating.id} data-old={isOld(rating, today) || undefined}>
            <strong>{memberName(rating.fields.rater)}</strong>
            <span className="ss-number">
              {ASPECTS.flatMap((aspect) => {
                const value = rating.fields[aspect];
                return value === undefined ? [] : [`${text.aspect(aspect)} ${text.value(aspect, value)}`];
              }).join(" · ")}
            </span>
            {rating.fields.ratedOn === undefined ? null : (
              <span className="ss-meta">{format.relativeDays(rating.fields.ratedOn)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
