import type { RelationGap } from "@sweetspot/contract";
import { Button, Icon, useHost, useT } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { warningsOf } from "../model/cast.model.ts";
import { sayDate } from "../model/period.model.ts";
import { nameOf, saySource } from "../model/sentence.model.ts";
import type { Answer } from "./use-answer.ts";
import { useSpeech } from "./use-speech.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

/** What the relations cannot tell here, and where to mend it. */
export function Gaps({ gaps }: { readonly gaps: readonly RelationGap[] }): ReactNode {
  const t = useText();
  const { user } = useHost();
  return gaps
    .filter((gap) => gap !== "no-count-of-asks")
    .map((gap) => (
      <p key={gap} className="ss-strip">
        <Icon name="info" />
        <span className="ss-strip-text">
          {t(`gap.${gap}`)}{" "}
          {gap === "no-registers" ? t(user.role === "admin" ? "gap.import" : "gap.ask-admin") : ""}
        </span>
      </p>
    ));
}

/** The neighbourhood effect: who stands near an insolvency, and who says so. */
export function Warnings({ ways }: { readonly ways: Ways }): ReactNode {
  const { answer, cast, light } = ways;
  const t = useText();
  const spoken = useSpeech(cast);
  const warnings = warningsOf(answer.value?.paths ?? [], cast);
  if (warnings.length === 0) return null;
  return (
    <ul className="rb-warnings">
      {warnings.map(({ kind, id, bodies }) => (
        <li
          key={id}
          onPointerEnter={() => light({ kind: "node", id })}
          onPointerLeave={() => light(undefined)}
        >
          <Icon name="alert" />
          <p>
            {t(`warning.${kind}`, {
              name: nameOf(cast, id),
              count: bodies.length,
              bodies: bodies.map(({ name }) => name).join(", "),
              since: sayDate(bodies[0]?.insolvent ?? "", spoken),
            })}{" "}
            <span className="ss-meta">
              <bdi>
                {[
                  ...new Set(
                    bodies.flatMap(({ sources }) => sources.map((source) => saySource(source, spoken))),
                  ),
                ].join(" · ")}
              </bdi>
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Nothing came, with a way to ask again. */
export function Failed({ answer }: { readonly answer: Answer<unknown> }): ReactNode {
  const t = useT();
  const text = useText();
  const title = text("widget.title");
  if (!answer.error) return null;
  return (
    <div className="ss-screen" role="alert">
      <h3 className="ss-screen-title">{t(`kit.error.${answer.error.code}.title`, { title })}</h3>
      <p className="ss-screen-text">{t(`kit.error.${answer.error.code}.text`, { title })}</p>
      <Button icon="retry" onClick={answer.again}>
        {t("kit.state.retry")}
      </Button>
    </div>
  );
}
