import { Button, usePlanSession, useSurface, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../view/use-text.ts";
import type { DetailProps } from "./introduction-detail.view.tsx";
import { changeDetails } from "./introduction-edits.model.ts";
import { nextValues } from "./next-words.model.ts";

/** Puts the next step into the CRM as a task of who asks; where this CRM takes no tasks, it says so. */
export function CrmTask({ introductions, introduction: one }: DetailProps): ReactNode {
  const { account } = usePlanSession();
  const surface = useSurface();
  const t = useText();
  const toast = useToast();
  const [sending, setSending] = useState(false);
  const { fields, next, due } = one;
  if (next === undefined) return null;
  if (surface.createTask === undefined) return <p className="ss-meta">{t("task.none")}</p>;
  if (fields.task !== undefined) return <p className="ss-meta">{t("task.there")}</p>;
  const { createTask } = surface;
  const send = async (): Promise<void> => {
    setSending(true);
    try {
      const { id } = await createTask({
        account,
        subject: t(`next.${next}`, nextValues(fields)),
        note: [fields.occasion, (fields.wayNames ?? []).join(" › "), fields.grounds]
          .filter(Boolean)
          .join("\n"),
        ...(due === undefined ? {} : { due }),
        ...(fields.starter === undefined ? {} : { owner: fields.starter }),
      });
      introductions.edit(changeDetails(one.id, { task: id }));
      toast({ text: t("task.made") });
    } catch {
      toast({ tone: "bad", text: t("task.failed") });
    } finally {
      setSending(false);
    }
  };
  return (
    <Button size="small" icon="task" disabled={sending} onClick={() => void send()}>
      {t("task.make")}
    </Button>
  );
}
