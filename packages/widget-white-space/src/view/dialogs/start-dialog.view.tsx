import { perspective as perspectiveEntity } from "@sweetspot/plan-model";
import { Button, Dialog, newRecordId, TextArea, TextInput } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { addOutlines, parseOutline } from "../../edits/outline.model.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

/** Areas and offerings by hand: one per line, as many as one likes. */
export function StartDialog({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { state, dispatch, plan, model, edit } = workspace;
  const t = useText();
  const [areas, setAreas] = useState("");
  const [offerings, setOfferings] = useState("");
  const [perspectiveName, setPerspectiveName] = useState("");
  const current = model.perspective;
  const lines = { areas: parseOutline(areas), offerings: parseOutline(offerings) };
  const ready = lines.areas.length + lines.offerings.length > 0;
  const close = (): void => dispatch({ kind: "dialog-closed" });
  const add = (): void => {
    edit(
      addOutlines(
        plan,
        {
          perspective: current?.id,
          perspectiveName: perspectiveName.trim() || t("start.perspective-default"),
          ...lines,
        },
        newRecordId,
      ),
    );
    setAreas("");
    setOfferings("");
    close();
  };
  return (
    <Dialog
      open={state.dialog === "start"}
      onOpenChange={close}
      title={t("start.title")}
      footer={
        <>
          <Button onClick={close}>{t("panel.cancel")}</Button>
          <Button tone="primary" disabled={!ready} onClick={add}>
            {t("start.add", { areas: lines.areas.length, offerings: lines.offerings.length })}
          </Button>
        </>
      }
    >
      <div className="ws-form">
        <p>{t("start.text")}</p>
        {current ? null : (
          <TextInput
            label={t("start.perspective")}
            placeholder={t("start.perspective-default")}
            value={perspectiveName}
            onType={setPerspectiveName}
            onCommit={setPerspectiveName}
            maxLength={perspectiveEntity.fields.name.max}
          />
        )}
        <TextArea
          label={current ? t("start.areas-of", { perspective: current.fields.name }) : t("start.areas")}
          placeholder={t("start.areas-example")}
          value={areas}
          onType={setAreas}
          onCommit={setAreas}
          rows={6}
        />
        <TextArea
          label={t("start.offerings")}
          hint={t("start.hint")}
          placeholder={t("start.offerings-example")}
          value={offerings}
          onType={setOfferings}
          onCommit={setOfferings}
          rows={6}
        />
      </div>
    </Dialog>
  );
}
