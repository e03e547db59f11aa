import { Dialog, Tabs } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";
import { AreasTab } from "./areas-tab.view.tsx";
import { BarriersTab } from "./barriers-tab.view.tsx";
import { OfferingsTab } from "./offerings-tab.view.tsx";

type TabName = "areas" | "offerings" | "barriers";

/** Rows, columns and what stands between them. */
export function StructureDialog({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { state, dispatch } = workspace;
  const t = useText();
  const [tab, setTab] = useState<TabName>("areas");
  return (
    <Dialog
      open={state.dialog === "structure"}
      onOpenChange={() => dispatch({ kind: "dialog-closed" })}
      title={t("structure.title")}
      size="large"
    >
      <Tabs<TabName>
        label={t("structure.title")}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: "areas", label: t("structure.areas"), content: <AreasTab workspace={workspace} /> },
          {
            value: "offerings",
            label: t("structure.offerings"),
            content: <OfferingsTab workspace={workspace} />,
          },
          {
            value: "barriers",
            label: t("structure.barriers"),
            content: <BarriersTab workspace={workspace} />,
          },
        ]}
      />
    </Dialog>
  );
}
