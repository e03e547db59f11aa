import { Button, SegmentedControl, TextInput } from "@sweetspot/widget-kit";
import { cell as cellEntity } from "@sweetspot/plan-model";
import { LEVEL_ORDER } from "@sweetspot/white-space";
import type { ReactNode } from "react";
import type { Brush } from "./grid-state.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

const BRUSHES: readonly Brush[] = [...LEVEL_ORDER, "hand-back"];

/** The brush: many cells in one go, by pointer or with the space bar. */
export function PaintBar({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { state, dispatch } = workspace;
  const t = useText();
  if (state.brush === undefined) return null;
  const needsReason = state.brush === "not-possible";
  return (
    <fieldset className="ws-paint" aria-label={t("paint.label")}>
      <SegmentedControl<Brush>
        label={t("paint.brush")}
        size="small"
        value={state.brush}
        options={BRUSHES.map((value) => ({
          value,
          label: value === "hand-back" ? t("paint.hand-back") : t(`level.short.${value}`),
        }))}
        onChange={(brush) => dispatch({ kind: "brush-taken", brush })}
      />
      {needsReason ? (
        <TextInput
          label={t("panel.why-not-possible")}
          value={state.brushReason}
          onType={(reason) => dispatch({ kind: "brush-reason-given", reason })}
          onCommit={(reason) => dispatch({ kind: "brush-reason-given", reason })}
          maxLength={cellEntity.fields.levelReason.max}
          {...(state.brushReason.trim() === "" ? { hint: t("paint.reason-first") } : {})}
        />
      ) : null}
      <span className="ss-meta">{t("paint.how")}</span>
      <Button size="small" onClick={() => dispatch({ kind: "brush-taken", brush: undefined })}>
        {t("paint.stop")}
      </Button>
    </fieldset>
  );
}
