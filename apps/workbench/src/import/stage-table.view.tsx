import type { FileMapping } from "@sweetspot/crm-import";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";
import { setStage, STAGE_STATUSES } from "./mapping.model.ts";

/** What the CRM's stage names say about a deal: still open, won or lost. */
export function StageTable({
  mapping,
  onChange,
}: {
  readonly mapping: FileMapping;
  readonly onChange: (mapping: FileMapping) => void;
}): ReactNode {
  const { t } = usePage();
  return (
    <table className="wb-table wb-stages-table">
      <thead>
        <tr>
          <th scope="col">{t("import.stage")}</th>
          <th scope="col">{t("import.stage.means")}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(mapping.stages).map(([stage, status]) => (
          <tr key={stage}>
            <th scope="row">{stage}</th>
            <td data-label={t("import.stage.means")}>
              <select
                className="ss-input"
                aria-label={t("import.stage.meaning", { stage })}
                value={status}
                onChange={(event) => {
                  const chosen = STAGE_STATUSES.find((one) => one === event.target.value);
                  if (chosen) onChange(setStage(mapping, stage, chosen));
                }}
              >
                {STAGE_STATUSES.map((one) => (
                  <option key={one} value={one}>
                    {t(`deal.${one}`)}
                  </option>
                ))}
              </select>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
