import type { RelationGround, RelationLink } from "@sweetspot/contract";
import { DISMISSED_TIE_REASONS, dismissedTie } from "@sweetspot/plan-model";
import {
  Button,
  Dialog,
  Select,
  TextArea,
  usePlanEdit,
  usePlanLabels,
  useT,
  useToast,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { dismissTie, type DismissReason } from "../edits/dismiss-edits.model.ts";
import { nameOf, sayGround } from "../model/sentence.model.ts";
import { useSpeech } from "./use-speech.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

/** What is wrong with a relation; it counts for nothing in this plan afterwards, and can be brought back. */
export function DismissDialog({ ways }: { readonly ways: Ways }): ReactNode {
  const { dialog, show } = ways;
  const t = useText();
  const asked = dialog?.kind === "dismiss" ? dialog : undefined;
  return (
    <Dialog
      open={asked !== undefined}
      onOpenChange={() => show(undefined)}
      title={t("dismiss.title")}
      size="small"
    >
      {asked ? <Questions ways={ways} ground={asked.ground} link={asked.link} /> : null}
    </Dialog>
  );
}

function Questions(props: {
  readonly ways: Ways;
  readonly ground: RelationGround;
  readonly link: RelationLink;
}): ReactNode {
  const { ways, ground, link } = props;
  const { cast, show } = ways;
  const t = useText();
  const kit = useT();
  const edit = usePlanEdit();
  const toast = useToast();
  const labels = usePlanLabels();
  const spoken = useSpeech(cast);
  const statement = sayGround(ground, link, spoken);
  const [tie, setTie] = useState(ground.ties[0]?.id);
  const [reason, setReason] = useState<DismissReason>("not-acquainted");
  const [note, setNote] = useState("");
  const dismiss = (): void => {
    if (tie === undefined) return;
    show(undefined);
    if (edit(dismissTie(tie, { statement, reason, note }))) toast({ text: t("dismiss.done"), undo: true });
  };
  return (
    <form
      className="rb-form"
      onSubmit={(event) => {
        event.preventDefault();
        dismiss();
      }}
    >
      <p>
        <bdi>{statement}</bdi>
      </p>
      {ground.ties.length > 1 ? (
        <Select
          label={t("dismiss.whose")}
          value={tie}
          options={ground.ties.map(({ id, person }) => ({ value: id, label: nameOf(cast, person) }))}
          onChange={setTie}
        />
      ) : null}
      <Select<DismissReason>
        label={labels.field(dismissedTie, "reason").label}
        value={reason}
        options={DISMISSED_TIE_REASONS.map((value) => ({
          value,
          label: labels.choice(dismissedTie, "reason", value),
        }))}
        onChange={setReason}
      />
      <TextArea
        label={labels.field(dismissedTie, "note").label}
        value={note}
        rows={2}
        maxLength={dismissedTie.fields.note.max}
        onCommit={setNote}
      />
      <p className="ss-meta">{t("dismiss.hint")}</p>
      <p className="ss-row">
        <Button tone="primary" type="submit">
          {t("dismiss.confirm")}
        </Button>
        <Button onClick={() => show(undefined)}>{kit("kit.cancel")}</Button>
      </p>
    </form>
  );
}
