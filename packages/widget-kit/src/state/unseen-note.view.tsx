import { memo, type ReactNode } from "react";
import { Icon } from "../parts/icon.view.tsx";
import { useCrm, useT } from "../widget/widget-context.ts";

/** Below what is shown, where the CRM does not tell what it withholds: no alarm, but no claim to be whole either. */
export const UnseenNote = memo(function UnseenNote(): ReactNode {
  const t = useT();
  const { gaps, status } = useCrm();
  if (status !== "ready" || !gaps.includes("hidden-unknown")) return null;
  return (
    <p className="ss-unseen">
      <Icon name="eye-off" size="small" />
      {t("kit.state.partial.unknown")}
    </p>
  );
});
