import type { PlanValue, RecordId } from "@sweetspot/contract";
import { ACCOUNT_PLAN_ID, accountPlan, type FieldsOf, isRecordOf } from "@sweetspot/plan-model";
import {
  Button,
  DateInput,
  Dialog,
  Select,
  TextArea,
  TextInput,
  usePlanEdit,
  usePlanLabels,
  usePlanPart,
  useTeamChoices,
  useToday,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "./use-words.ts";

const SHORT = ["region", "period"] as const;
const LONG = ["brief", "request", "aims", "notes"] as const;

/** The head of the plan, field by field; each is saved when it is left. */
export function HeadDialog(props: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const edit = usePlanEdit();
  const today = useToday();
  const head = useHead();
  const team = useTeamChoices(head.manager);
  const put = (fields: Readonly<Record<string, PlanValue | null>>, name = "plan-head-changed"): void => {
    edit({
      name,
      scope: "plan",
      puts: [{ id: ACCOUNT_PLAN_ID, type: accountPlan.name, fields }],
      removes: [],
    });
  };
  const label = (field: string): string => labels.field(accountPlan, field).label;
  const help = (field: string): string => labels.field(accountPlan, field).help;
  const next = (head.version ?? 1) + 1;
  return (
    <Dialog
      {...props}
      title={t("form.title")}
      footer={
        <>
          <Button onClick={() => put({ version: next, versionDate: today }, "plan-version-begun")}>
            {t("form.new-version", { version: next })}
          </Button>
          <Button tone="primary" onClick={() => props.onOpenChange(false)}>
            {t("form.close")}
          </Button>
        </>
      }
    >
      <p className="ss-meta">{t("form.intro")}</p>
      <div className="ap-form">
        <DateInput
          label={label("versionDate")}
          value={head.versionDate}
          onCommit={(value) => put({ versionDate: value })}
        />
        <Select<RecordId>
          label={label("manager")}
          value={head.manager}
          options={team}
          placeholder={t("form.nobody")}
          onChange={(value) => put({ manager: value })}
        />
        {SHORT.map((field) => (
          <TextInput
            key={field}
            label={label(field)}
            value={head[field] ?? ""}
            maxLength={accountPlan.fields[field].max}
            onCommit={(value) => put({ [field]: value.trim() === "" ? null : value })}
          />
        ))}
        {LONG.map((field) => (
          <TextArea
            key={field}
            label={label(field)}
            hint={help(field)}
            value={head[field] ?? ""}
            maxLength={accountPlan.fields[field].max}
            onCommit={(value) => put({ [field]: value.trim() === "" ? null : value })}
          />
        ))}
      </div>
    </Dialog>
  );
}

function useHead(): FieldsOf<typeof accountPlan> {
  const record = usePlanPart((view) => view.plan.get(ACCOUNT_PLAN_ID));
  return record && isRecordOf(accountPlan, record) ? record.fields : {};
}
