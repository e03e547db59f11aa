import { Chip } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import type { Question } from "../model/preparation.model.ts";
import { useText } from "./use-text.ts";

/** What helps to choose a question: where its answer belongs, and how it may be asked. */
export function QuestionMarks({ question }: { readonly question: Question }): ReactNode {
  const t = useText();
  const { place, oneToOne, askedElsewhere } = question;
  if (place.length === 0 && !oneToOne && askedElsewhere === 0) return null;
  return (
    <div className="ms-marks">
      {place.length === 0 ? null : (
        <span className="ss-meta">{t("questions.place", { place: place.join(" · ") })}</span>
      )}
      {oneToOne ? (
        <Chip tone="warn" icon="person">
          {t("questions.one-to-one")}
        </Chip>
      ) : null}
      {askedElsewhere > 0 ? <Chip>{t("questions.elsewhere", { count: askedElsewhere })}</Chip> : null}
    </div>
  );
}
