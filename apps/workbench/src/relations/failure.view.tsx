import type { CrmError } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";

/** What did not work, and the way to try again where there is one. */
export function Failure({
  error,
  onRetry,
}: {
  readonly error: CrmError;
  readonly onRetry?: () => void;
}): ReactNode {
  const { t } = usePage();
  return (
    <p className="wb-card wb-import-error" role="alert">
      <Icon name="alert" />
      <span>
        {t(`kit.error.${error.code}.short`)} <span className="ss-meta">{error.message}</span>
      </span>
      {onRetry ? (
        <button type="button" className="ss-button ss-button-small" onClick={onRetry}>
          {t("kit.state.retry")}
        </button>
      ) : null}
    </p>
  );
}
