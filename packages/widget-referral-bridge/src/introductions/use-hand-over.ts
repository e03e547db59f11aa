import { useSurface } from "@sweetspot/widget-kit";
import { useEffect } from "react";
import type { Bridge } from "../view/use-bridge.ts";

/** Aims at whom another widget of the page asks to be introduced to. */
export function useHandOver({ aim, setTab, showIntroduction }: Bridge): void {
  const { handOver } = useSurface();
  useEffect(
    () =>
      handOver?.listen("referral-bridge", ({ name, contact }) => {
        showIntroduction(undefined);
        setTab("ways");
        aim({ name, ...(contact === undefined ? {} : { contact }) });
      }),
    [handOver, aim, setTab, showIntroduction],
  );
}
