import type { TeamMember } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";
import { type Route, toHash } from "../page/route.model.ts";
import { AccountSearch } from "./account-search.view.tsx";
import { MeMenu } from "./me-menu.view.tsx";

export interface ChromeProps {
  readonly route: Route;
  readonly member: TeamMember | undefined;
  /** Number of accounts the user can see; undefined while not known. */
  readonly accountTotal: number | undefined;
}

/** The bar on top of every page. */
export function Chrome({ route, member, accountTotal }: ChromeProps): ReactNode {
  const { t } = usePage();
  const link = (to: Route, isHere: boolean, words: string): ReactNode => (
    <a className="wb-nav-link" href={toHash(to)} aria-current={isHere ? "page" : undefined}>
      {words}
    </a>
  );
  return (
    <header className="wb-chrome">
      <a className="wb-brand" href={toHash({ page: "accounts", search: "" })}>
        <span className="wb-logo">
          <Icon name="lens" />
        </span>
        <span>{t("app.name")}</span>
      </a>
      <nav className="wb-nav" aria-label={t("nav.label")}>
        {link(
          { page: "accounts", search: "" },
          route.page === "accounts" || route.page === "account",
          t("nav.accounts"),
        )}
        {link({ page: "portfolio", query: "" }, route.page === "portfolio", t("nav.portfolio"))}
        {link({ page: "import" }, route.page === "import", t("nav.import"))}
        {link(
          { page: "relations", part: member?.role === "admin" ? "sources" : "mine" },
          route.page === "relations",
          t("nav.relations"),
        )}
      </nav>
      <AccountSearch route={route} total={accountTotal} />
      <MeMenu member={member} />
    </header>
  );
}
