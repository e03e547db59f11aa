import { type ReactNode, useEffect, useRef, useState } from "react";
import { useDesk } from "../gateway/desk.ts";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";
import { useView } from "../page/use-view.ts";
import { ProblemScreen } from "../shell/problem-screen.view.tsx";
import { AccountTable } from "./account-table.view.tsx";
import { createAccountList } from "./account-list.ts";

/** All accounts the user may see, or those that match the search. */
export function AccountsPage({
  search,
  onTotal,
}: {
  readonly search: string;
  readonly onTotal: (total: number) => void;
}): ReactNode {
  const { t, format } = usePage();
  const { reader } = useDesk();
  const [source] = useState(() => createAccountList(reader));
  const list = useView(source);
  useEffect(() => source.search(search), [source, search]);
  useEffect(() => source.dispose, [source]);
  const scroller = useRef<HTMLDivElement>(null);
  const { state } = list;
  const total = list.total ?? (list.hasMore ? undefined : list.accounts.length);
  useEffect(() => {
    document.title = `${t("nav.accounts")} · ${t("app.name")}`;
  }, [t]);
  useEffect(() => {
    if (list.search === "" && state === "ready" && total !== undefined) onTotal(total);
  }, [list.search, state, total, onTotal]);
  // Another search begins at its top.
  const shown = useRef(list.search);
  useEffect(() => {
    if (shown.current !== list.search) scroller.current?.scrollTo(0, 0);
    shown.current = list.search;
  }, [list.search]);

  if (list.state === "failed" && list.error)
    return <ProblemScreen error={list.error} title={t("nav.accounts")} onRetry={source.retry} />;

  const count = total ?? list.accounts.length;
  const isEmpty = list.state === "ready" && list.accounts.length === 0;
  return (
    <section className="wb-accounts wb-card" aria-labelledby="accounts-title">
      <header className="wb-accounts-head">
        <h1 id="accounts-title">{t("nav.accounts")}</h1>
        <output className="ss-meta">
          {list.state === "reading" && list.accounts.length === 0
            ? t("accounts.reading")
            : list.search === ""
              ? t("accounts.count", { count, number: format.number(count) })
              : t("accounts.found", { count, number: format.number(count), search: list.search })}
        </output>
      </header>
      {isEmpty ? (
        <NoAccounts search={list.search} />
      ) : (
        <div ref={scroller} className="wb-accounts-scroll">
          <AccountTable list={list} onReadMore={source.readMore} scroller={scroller} />
        </div>
      )}
    </section>
  );
}

function NoAccounts({ search }: { readonly search: string }): ReactNode {
  const { t } = usePage();
  return (
    <div className="ss-screen">
      <h2 className="ss-screen-title">
        {search === "" ? t("accounts.none") : t("accounts.no-match", { search })}
      </h2>
      <p className="ss-screen-text">
        {search === "" ? t("accounts.none.text") : t("accounts.no-match.text")}
      </p>
      {search === "" ? (
        <a className="ss-button ss-button-primary wb-button-link" href={toHash({ page: "import" })}>
          {t("accounts.import")}
        </a>
      ) : null}
    </div>
  );
}
