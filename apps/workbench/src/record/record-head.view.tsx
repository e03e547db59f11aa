import { type CrmView, known, type RecordId } from "@sweetspot/contract";
import { Face, Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useMemo } from "react";
import { usePage } from "../page/page-context.ts";
import { FieldValue } from "./field-value.view.tsx";
import { type MoneySum, toHighlights } from "./record.model.ts";

/** Name of the account and what matters at a glance. */
export function RecordHead({
  view,
  onRefresh,
}: {
  readonly view: CrmView;
  readonly onRefresh: () => void;
}): ReactNode {
  const { t, format } = usePage();
  const { account, gaps } = view;
  const hides = gaps.filter(
    (gap) => gap === "hidden-accounts" || gap === "hidden-opportunities" || gap === "hidden-contacts",
  );
  return (
    <section className="wb-card wb-head" aria-labelledby="record-name" aria-busy={view.status === "loading"}>
      <div className="wb-head-title">
        <span className="wb-head-icon">
          <Icon name="company" />
        </span>
        <div className="wb-head-words">
          <p className="ss-meta">{t("record.account")}</p>
          <h1 id="record-name">{account?.name ?? <span className="ss-bone wb-bone-name" />}</h1>
        </div>
        <div className="wb-head-tools">
          {hides.map((gap) => (
            <span key={gap} className="ss-chip ss-chip-warn">
              <Icon name="eye-off" size="small" />
              {t(`record.gap.${gap}`)}
            </span>
          ))}
          {view.error && view.status === "ready" ? (
            <output className="ss-chip ss-chip-warn">
              <Icon name="alert" size="small" />
              {t(`kit.error.${view.error.code}.short`)}
            </output>
          ) : null}
          {view.loadedAt === undefined ? null : (
            <span className="ss-meta">{t("record.read-at", { time: format.time(view.loadedAt) })}</span>
          )}
          <button
            type="button"
            className="ss-button ss-button-icon"
            aria-label={t("record.refresh")}
            title={t("record.refresh")}
            onClick={onRefresh}
          >
            <Icon name="retry" />
          </button>
        </div>
      </div>
      {account ? <HighlightList view={view} /> : <div className="wb-highlights wb-highlights-empty" />}
    </section>
  );
}

function HighlightList({ view }: { readonly view: CrmView }): ReactNode {
  const { t, format } = usePage();
  const { account, opportunities, teamMembers } = view;
  const highlights = useMemo(() => toHighlights(opportunities, toToday()), [opportunities]);
  const { won, wonUntil, open, openCount, nextClose } = highlights;
  if (!account) return null;
  const owner = account.owner.state === "known" ? ownerName(teamMembers, account.owner.value) : undefined;
  return (
    <dl className="wb-highlights">
      <Highlight label={t("record.owner")}>
        <FieldValue
          field={owner === undefined && account.owner.state === "known" ? { state: "empty" } : account.owner}
        >
          {() => (
            <span className="wb-owner">
              <span aria-hidden="true" className="wb-face">
                <Face name={owner ?? ""} side="provider" />
              </span>
              {owner}
            </span>
          )}
        </FieldValue>
      </Highlight>
      <Highlight
        label={
          wonUntil === undefined ? t("record.won") : t("record.won-until", { date: format.date(wonUntil) })
        }
      >
        <Sum sum={won} />
      </Highlight>
      <Highlight label={t("record.open")}>
        <Sum sum={open} />
        <span className="wb-highlight-more">{t("record.open-count", { count: openCount })}</span>
      </Highlight>
      <Highlight label={t("record.next-close")}>
        {nextClose ? (
          <>
            <strong>{format.date(nextClose.date)}</strong>
            <span className="wb-highlight-more wb-clip">{nextClose.name}</span>
          </>
        ) : (
          <FieldValue field={{ state: "empty" }}>{() => null}</FieldValue>
        )}
      </Highlight>
      <Highlight label={t("record.last-change")}>
        <FieldValue
          field={account.updatedAt.state === "known" ? known(account.updatedAt.value) : account.updatedAt}
        >
          {(instant) => <span title={format.dateTime(instant)}>{format.relativeDays(instant)}</span>}
        </FieldValue>
      </Highlight>
    </dl>
  );
}

function Highlight({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="wb-highlight">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sum({ sum }: { readonly sum: MoneySum }): ReactNode {
  const { t, format } = usePage();
  const words = sum.amounts.map((money) => format.compactMoney(money)).join(" + ");
  return (
    <>
      {words === "" ? (
        <FieldValue field={{ state: sum.hidden > 0 ? "hidden" : "empty" }}>{() => null}</FieldValue>
      ) : (
        <strong className="ss-number">{words}</strong>
      )}
      {sum.hidden > 0 && words !== "" ? (
        <span className="wb-highlight-more">{t("record.hidden-amounts", { count: sum.hidden })}</span>
      ) : null}
    </>
  );
}

const ownerName = (team: CrmView["teamMembers"], owner: RecordId): string | undefined =>
  team.find((member) => member.id === owner)?.name;

/** The calendar day here, `YYYY-MM-DD`. */
function toToday(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
