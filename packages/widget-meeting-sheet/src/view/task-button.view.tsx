import { Button, usePlanSession, useSurface, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import type { SheetProps } from "./sheet.view.tsx";
import { useText } from "./use-text.ts";

/** Puts a visit ahead into the CRM as a task, where the CRM takes tasks: with its day, its owner and what to ask. */
export function TaskButton({ visit, preparation }: Pick<SheetProps, "visit" | "preparation">): ReactNode {
  const { account } = usePlanSession();
  const surface = useSurface();
  const t = useText();
  const toast = useToast();
  const [sending, setSending] = useState(false);
  if (surface.createTask === undefined || !visit.ahead) return null;
  const { fields, member } = visit;
  const send = (): void => {
    setSending(true);
    surface
      .createTask?.({
        account,
        subject: t("sheet.title", { name: member?.fields.name ?? "" }),
        note: [fields.reason, ...preparation.questions.map(({ gap }) => `– ${gap.fields.question}`)]
          .filter(Boolean)
          .join("\n"),
        ...(fields.meetingDate === undefined ? {} : { due: fields.meetingDate }),
        ...(fields.internalContact === undefined ? {} : { owner: fields.internalContact }),
      })
      .then(
        () => toast({ text: t("task.made") }),
        () => toast({ tone: "bad", text: t("task.failed") }),
      )
      .finally(() => setSending(false));
  };
  return (
    <Button tone="quiet" icon="task" disabled={sending} onClick={send}>
      {t("task.make")}
    </Button>
  );
}
