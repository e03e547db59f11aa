import { savedView } from "@sweetspot/plan-model";
import {
  Button,
  Checkbox,
  IconButton,
  newRecordId,
  Popover,
  TextInput,
  usePlanPart,
} from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { removeView, saveView, type ViewRecord, viewsFor } from "../edits/view-edits.model.ts";
import { LENSES } from "../view/grid-state.ts";
import { useText } from "../view/use-text.ts";
import type { Workspace } from "../view/use-workspace.ts";
import { toFilter } from "./saved-view.model.ts";

/** Views under a name: filters, lens and perspective, one's own or the team's. */
export function ViewsButton({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { state, model, dispatch, eyes, edit, writable, plan } = workspace;
  const t = useText();
  const records = usePlanPart((view) => view.plan);
  const views = useMemo(() => viewsFor(records, eyes.user), [records, eyes.user]);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const show = ({ fields }: ViewRecord): void => {
    if (plan.perspectives.some(({ id }) => id === fields.perspective) && fields.perspective !== undefined)
      dispatch({ kind: "perspective-chosen", perspective: fields.perspective });
    const lens = LENSES.find((one) => one === fields.lens);
    if (lens !== undefined) dispatch({ kind: "lens-chosen", lens });
    dispatch({ kind: "filter-changed", filter: toFilter(fields.filters ?? []) });
    setOpen(false);
  };
  const save = (): void => {
    const shown = { filter: state.filter, lens: state.lens, perspective: model.perspective?.id };
    edit(saveView(records, shown, { name, shared, owner: eyes.user }, newRecordId));
    setName("");
  };
  return (
    <Popover
      title={t("views.title")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" tone="quiet" icon="lens">
          {t("views.open")}
        </Button>
      }
    >
      <div className="ws-form">
        {views.length === 0 ? (
          <p className="ss-meta">{t("views.none")}</p>
        ) : (
          <ul className="ws-named">
            {views.map((view) => (
              <li key={view.id}>
                <button type="button" className="ws-entry" onClick={() => show(view)}>
                  {view.fields.name}{" "}
                  {view.fields.shared === true ? <span className="ss-meta">{t("views.of-team")}</span> : null}
                </button>
                {writable && view.fields.owner === eyes.user ? (
                  <IconButton
                    icon="trash"
                    size="small"
                    label={t("views.remove", { name: view.fields.name })}
                    onClick={() => edit(removeView(view.id))}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        )}
        {writable ? (
          <form
            className="ws-form"
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <hr />
            <TextInput
              label={t("views.name")}
              value={name}
              onType={setName}
              onCommit={setName}
              maxLength={savedView.fields.name.max}
            />
            <Checkbox label={t("views.shared")} checked={shared} onChange={setShared} />
            <Button type="submit" tone="primary" disabled={name.trim() === ""}>
              {t("views.save")}
            </Button>
          </form>
        ) : null}
      </div>
    </Popover>
  );
}
