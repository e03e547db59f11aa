import type { CrmError } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";

export interface ProblemScreenProps {
  /** Absent: the address leads nowhere. */
  readonly error?: CrmError;
  /** What did not open. */
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** A page that cannot be shown: why, and the way on. */
export function ProblemScreen({ error, title = "", onRetry }: ProblemScreenProps): ReactNode {
  const { t } = usePage();
  const words = error
    ? {
        title: t(`kit.error.${error.code}.title`, { title }),
        text: t(`kit.error.${error.code}.text`, { title }),
      }
    : { title: t("unknown.title"), text: t("unknown.text") };
  return (
    <section className="wb-card wb-problem" role="alert">
      <div className="ss-screen">
        <span className="ss-screen-mark ss-screen-bad">
          <Icon name={error?.code === "forbidden" ? "lock" : "alert"} />
        </span>
        <h1 className="ss-screen-title">{words.title}</h1>
        <p className="ss-screen-text">{words.text}</p>
        <div className="ss-row">
          {onRetry ? (
            <button type="button" className="ss-button ss-button-primary" onClick={onRetry}>
              <Icon name="retry" size="small" />
              {t("kit.state.retry")}
            </button>
          ) : null}
          <a className="ss-button wb-button-link" href={toHash({ page: "accounts", search: "" })}>
            {t("unknown.accounts")}
          </a>
        </div>
        {error ? <p className="ss-meta ss-mono">{error.code}</p> : null}
      </div>
    </section>
  );
}
