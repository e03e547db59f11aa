import { Button, type MenuEntry, useSaveFile, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import type { PlanDocument } from "../document/plan-document.model.ts";
import type { PlanPage } from "../document/plan-page.ts";
import type { Audience } from "../document/plan-source.ts";
import { toPowerPoint } from "../powerpoint/to-powerpoint.ts";
import { useText } from "./use-words.ts";

interface Slides {
  readonly button: ReactNode;
  readonly menu: readonly MenuEntry[];
}

/** The plan as a PowerPoint file, where a file may be handed over. */
export function useSlides(plan: PlanDocument, pages: readonly PlanPage[], audience: Audience): Slides {
  const t = useText();
  const toast = useToast();
  const save = useSaveFile();
  const [busy, setBusy] = useState(false);
  if (save === undefined) return { button: null, menu: [] };
  const write = async (): Promise<void> => {
    setBusy(true);
    try {
      const content = await toPowerPoint(
        { ...plan, pages },
        {
          continued: (title) => t("slides.continued", { title }),
          internal: audience === "team" ? t("document.internal") : undefined,
        },
      );
      save({ title: plan.title, extension: "pptx", content });
      toast({ text: t("slides.saved") });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast({ tone: "bad", text: t("tool.slides-failed", { reason }) });
    } finally {
      setBusy(false);
    }
  };
  const isPossible = pages.length > 0 && !busy;
  return {
    button: (
      <Button icon="picture" disabled={!isPossible} onClick={() => void write()}>
        {busy ? t("slides.writing") : t("tool.slides")}
      </Button>
    ),
    menu: isPossible
      ? [{ id: "slides", icon: "picture", label: t("tool.slides"), onSelect: () => void write() }]
      : [],
  };
}
