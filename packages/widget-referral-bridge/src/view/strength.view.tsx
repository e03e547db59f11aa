import type { ReactNode } from "react";
import { barsOf, gradeOf, WAY_GRADES } from "../model/strength.model.ts";
import { useText } from "./use-text.ts";

/** How strong a way is: bars to see at a glance, and a word. */
export function Strength({ strength }: { readonly strength: number }): ReactNode {
  const t = useText();
  const grade = gradeOf(strength);
  return (
    <span className="rb-strength" data-grade={grade}>
      <span className="rb-bars" aria-hidden="true">
        {WAY_GRADES.map((one, index) => (
          <i key={one} data-on={index < barsOf(grade) || undefined} />
        ))}
      </span>
      {t(`grade.${grade}`)}
    </span>
  );
}
