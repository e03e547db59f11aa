import { introduction } from "@sweetspot/plan-model";
import {
  Button,
  Chip,
  newRecordId,
  usePlanLabels,
  usePlanPart,
  useSurface,
  useToast,
} from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { seekIntroduction } from "../../edits/introduction-edits.model.ts";
import { type CellDecider, decidersOf } from "../../model/deciders.model.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** Who decides here, and who can introduce us: the referral bridge of the page, or its list for later. */
export function IntroductionSection(): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { plan, edit, eyes, writable } = workspace;
  const records = usePlanPart((view) => view.plan);
  const t = useText();
  const labels = usePlanLabels();
  const { handOver } = useSurface();
  const toast = useToast();
  const deals = cell.record?.fields.opportunities;
  const deciders = useMemo(() => decidersOf(records.values(), deals ?? []), [records, deals]);
  if (deciders.length === 0) return null;
  const seek = ({ member, introduction: sought }: CellDecider): void => {
    const { name, contact } = member.fields;
    if (!sought && writable) {
      const occasion = `${text.path(cell.area)} · ${text.name(cell.offering)}`;
      edit(seekIntroduction(plan.cells, ref, member, occasion, eyes.today, newRecordId));
    }
    const shown = handOver?.show("referral-bridge", { name, ...(contact === undefined ? {} : { contact }) });
    if (shown !== true) toast({ text: t("introduction.on-list", { name }), undo: !sought && writable });
  };
  return (
    <section className="ws-section">
      <h4 className="ws-section-title">{t("introduction.title")}</h4>
      <ul className="ws-questions">
        {deciders.map((decider) => (
          <li key={decider.member.id}>
            <p>
              <bdi>{decider.member.fields.name}</bdi>{" "}
              {decider.introduction ? (
                <Chip>
                  {labels.choice(introduction, "state", decider.introduction.fields.state ?? "candidate")}
                </Chip>
              ) : null}
            </p>
            {decider.member.fields.contact === undefined ? (
              <p className="ss-meta">{t("introduction.unknown")}</p>
            ) : writable || handOver ? (
              <p className="ws-actions">
                <Button size="small" icon="bridge" onClick={() => seek(decider)}>
                  {t("introduction.who")}
                  <span className="ss-hidden">: {decider.member.fields.name}</span>
                </Button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
