import { Button, Chip, Dialog } from "@sweetspot/widget-kit";
import { PROPOSITION_PARTS } from "@sweetspot/plan-model";
import type { ReactNode } from "react";
import { chooseVariant } from "../edits/proposition-edits.model.ts";
import { progressOf } from "../model/parts.model.ts";
import { tasksAbout } from "../model/tasks.model.ts";
import type { OpenProposition } from "./opened.model.ts";
import { usePartName } from "./use-part-name.ts";
import { Meter } from "./meter.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

interface CompareDialogProps {
  readonly workspace: Workspace;
  readonly opened: OpenProposition;
}

/** All wordings for one audience side by side, part by part; one of them is told. */
export function CompareDialog({ workspace, opened }: CompareDialogProps): ReactNode {
  const { state, dispatch, tasks, edit, writable } = workspace;
  const { group } = opened;
  const t = useText();
  const nameOf = usePartName();
  return (
    <Dialog
      open={state.dialog === "compare"}
      onOpenChange={() => dispatch({ kind: "dialog-closed" })}
      title={t("compare.title")}
      size="large"
    >
      {/* Wide tables scroll, so the keyboard must reach them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="vp-compare" aria-label={t("compare.title")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("variant.label")}</th>
              {group.variants.map((one) => (
                <th key={one.id} scope="col" data-told={one === group.told || undefined}>
                  <span dir="auto">{one.fields.name}</span>
                  <Meter progress={progressOf(one, tasksAbout(tasks, one.id))} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PROPOSITION_PARTS.map((part) => (
              <tr key={part}>
                <th scope="row">{nameOf(part)}</th>
                {group.variants.map((one) => (
                  <td key={one.id} dir="auto" data-told={one === group.told || undefined}>
                    {one.fields[part] ?? "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("table.told")}</th>
              {group.variants.map((one) => (
                <td key={one.id} data-told={one === group.told || undefined}>
                  {one === group.told ? (
                    <Chip tone="good" icon="check">
                      {t("variant.told")}
                    </Chip>
                  ) : writable ? (
                    <Button
                      size="small"
                      onClick={() => {
                        edit(chooseVariant(group, one.id));
                        dispatch({ kind: "variant-opened", variant: one.id });
                      }}
                    >
                      {t("variant.choose")}
                    </Button>
                  ) : null}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </Dialog>
  );
}
