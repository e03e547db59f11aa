import type { RelationGround, RelationLink, RelationReason } from "@sweetspot/contract";
import { Chip, Icon, IconButton, useFormat } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { nameOf, sayGround, sayRoles, saySources, sayType, type Spoken } from "../model/sentence.model.ts";
import { sayDate } from "../model/period.model.ts";
import { likelihoodOf } from "../model/strength.model.ts";
import { Emphasis } from "./emphasis.view.tsx";
import { useText } from "./use-text.ts";

interface Props {
  readonly ground: RelationGround;
  readonly link: RelationLink;
  readonly spoken: Spoken;
  /** Absent where nothing may be changed. */
  readonly onDismiss?: (() => void) | undefined;
}

/** One ground in words: the sentence, its sources, and how its strength comes about. */
export function Ground({ ground, link, spoken, onDismiss }: Props): ReactNode {
  const t = useText();
  const { cast } = spoken;
  const sentence = sayGround(ground, link, spoken);
  const roles = sayRoles(ground);
  const sources = saySources(ground.ties, spoken);
  const insolvent = ground.body === undefined ? undefined : cast.bodies.get(ground.body)?.insolvent;
  const names = [nameOf(cast, link.from), nameOf(cast, link.to), nameOf(cast, ground.body)];
  return (
    <li className="rb-ground" data-former={!ground.current || undefined}>
      <div className="rb-ground-head">
        <p>
          <Emphasis text={`${sentence}.`} names={names} />
        </p>
        {onDismiss ? (
          <IconButton
            icon="trash"
            size="small"
            label={t("dismiss.this", { text: sentence })}
            onClick={onDismiss}
          />
        ) : null}
      </div>
      <p className="rb-line ss-meta">
        {roles === "" ? null : <bdi>{roles}</bdi>}
        {sources === "" ? null : (
          <span className="rb-source">
            <Icon name="document" size="small" />
            <bdi>{sources}</bdi>
          </span>
        )}
        {ground.current ? null : <Chip>{t("ground.former")}</Chip>}
        {insolvent === undefined ? null : (
          <Chip tone="warn" icon="alert">
            {t("ground.insolvent", { since: sayDate(insolvent, spoken) })}
          </Chip>
        )}
      </p>
      <Factors ground={ground} spoken={spoken} />
    </li>
  );
}

/** Factor by factor, as the method counts it. */
function Factors({ ground, spoken }: Pick<Props, "ground" | "spoken">): ReactNode {
  const t = useText();
  const format = useFormat();
  const say = (value: number): string =>
    format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (
    <details className="rb-why">
      <summary>{t("why.title", { likelihood: t(`likelihood.${likelihoodOf(ground.strength)}`) })}</summary>
      <ol className="rb-factors">
        {ground.reasons.map((reason, index) => (
          <li key={reason.reason}>
            <span className="ss-number">
              {index === 0 ? null : <span aria-hidden="true">× </span>}
              {say(reason.factor)}
            </span>
            <span className="ss-meta">{sayReason(reason, spoken)}</span>
          </li>
        ))}
        <li className="rb-sum">
          <span className="ss-number">
            <span aria-hidden="true">= </span>
            {say(ground.strength)}
          </span>
          <span className="ss-meta">{t(`likelihood.${likelihoodOf(ground.strength)}`)}</span>
        </li>
      </ol>
    </details>
  );
}

function sayReason(reason: RelationReason, spoken: Spoken): string {
  const { t } = spoken;
  switch (reason.reason) {
    case "relation":
      return sayType(reason.type, spoken);
    case "share":
      return t(`why.share.${reason.shareClass}`, { share: spoken.format.number(reason.share) });
    case "size":
      return t("why.size", { people: reason.people });
    case "time":
      return t(`why.time.${reason.time}`);
    case "recency":
      return reason.years < 0.1
        ? t("why.lasting")
        : t("why.recency", { years: Math.round(reason.years * 10) / 10 });
  }
}
