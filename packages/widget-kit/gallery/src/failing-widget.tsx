import { Button, defineWidget, WidgetFrame } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { catalogs } from "./catalogs.ts";

function FailingView(): ReactNode {
  const [broken, setBroken] = useState(false);
  if (broken) throw new Error("drawn and broken");
  return (
    <WidgetFrame icon="grid" title="Failing">
      <Button onClick={() => setBroken(true)}>Break</Button>
    </WidgetFrame>
  );
}

export const failingWidget = defineWidget({ id: "failing", catalogs, styles: "", view: FailingView });
