import type { RecordId } from "@sweetspot/contract";
import { barrier as barrierEntity } from "@sweetspot/plan-model";
import { Button, IconButton, Select, TextInput } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { removeBarrier, setBarrier } from "../../edits/area-edits.model.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

/** Pairs of areas that are no argument for each other. */
export function BarriersTab({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { plan, model, edit, writable } = workspace;
  const t = useText();
  const [one, setOne] = useState<RecordId | undefined>(undefined);
  const [other, setOther] = useState<RecordId | undefined>(undefined);
  const [reason, setReason] = useState("");
  const areas = model.areas.nodes.filter((node) => !node.own);
  const names = new Map(areas.map((node) => [node.record, node.path.join(" › ")]));
  const shown = plan.barriers.filter(({ fields }) => names.has(fields.area) && names.has(fields.otherArea));
  const options = areas.map((node) => ({ value: node.record, label: node.path.join(" › ") }));
  const ready = one !== undefined && other !== undefined && one !== other;
  return (
    <div className="ws-form">
      <p className="ss-meta">{t("barrier.hint")}</p>
      {shown.length === 0 ? <p>{t("barrier.none")}</p> : null}
      <ul className="ws-barriers">
        {shown.map(({ id, fields }) => (
          <li key={id}>
            <span>
              <strong>{names.get(fields.area)}</strong> ╳ <strong>{names.get(fields.otherArea)}</strong>
            </span>
            <TextInput
              label={t("barrier.reason")}
              hideLabel
              placeholder={t("barrier.reason")}
              value={fields.reason ?? ""}
              onCommit={(text) => edit(setBarrier(fields.area, fields.otherArea, text))}
              maxLength={barrierEntity.fields.reason.max}
              disabled={!writable}
            />
            {writable ? (
              <IconButton
                icon="trash"
                size="small"
                label={t("barrier.remove")}
                onClick={() => edit(removeBarrier(id))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {writable && areas.length > 1 ? (
        <div className="ws-item-more">
          <Select label={t("barrier.between")} value={one} options={options} onChange={setOne} />
          <Select
            label={t("barrier.and")}
            value={other}
            options={options.filter((option) => option.value !== one)}
            onChange={setOther}
          />
          <TextInput
            label={t("barrier.reason")}
            value={reason}
            onType={setReason}
            onCommit={setReason}
            maxLength={barrierEntity.fields.reason.max}
          />
          <Button
            disabled={!ready}
            onClick={() => {
              if (one === undefined || other === undefined) return;
              edit(setBarrier(one, other, reason));
              setOne(undefined);
              setOther(undefined);
              setReason("");
            }}
          >
            {t("barrier.add")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
