import { Button } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import type { SpotEntry } from "../model/spots.model.ts";
import { SpotSides } from "./spot-card.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** What the proposition rests on, and the way back to the others. */
export function SpotBand({
  workspace,
  entry,
}: {
  readonly workspace: Workspace;
  readonly entry: SpotEntry;
}): ReactNode {
  const t = useText();
  const { customer, provider, confirmed, messages } = entry;
  return (
    <section className="vp-band" aria-label={t("band.label")}>
      <div className="vp-band-head">
        <Button
          size="small"
          tone="quiet"
          icon="chevron-left"
          onClick={() => workspace.dispatch({ kind: "list-opened" })}
        >
          {t("band.back")}
        </Button>
        <span className="ss-meta">
          {t("band.rests", { customer: customer.length, provider: provider.length, confirmed })}
        </span>
      </div>
      <SpotSides entry={entry} />
      {messages.map((message) => (
        <blockquote key={message} className="vp-message" dir="auto">
          {message}
        </blockquote>
      ))}
    </section>
  );
}
