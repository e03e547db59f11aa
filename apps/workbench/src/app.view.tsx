import type { RecordId } from "@sweetspot/contract";
import { createFormat, createTranslator } from "@sweetspot/widget-kit/page";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { AccountsPage } from "./accounts/accounts-page.view.tsx";
import { DeskContext } from "./gateway/desk.ts";
import { createSignIn } from "./gateway/sign-in.ts";
import { PAGE_CATALOGS } from "./page/page-catalogs.ts";
import { PageContext, type PageEnvironment, usePage } from "./page/page-context.ts";
import type { Route } from "./page/route.model.ts";
import { keepSettings, readSettings, type Settings, toLocale } from "./page/settings.ts";
import { useRoute } from "./page/use-route.ts";
import { useView } from "./page/use-view.ts";
import { RecordPage } from "./record/record-page.view.tsx";
import { Chrome } from "./shell/chrome.view.tsx";
import { ProblemScreen } from "./shell/problem-screen.view.tsx";
import { Waiting } from "./shell/waiting.view.tsx";

/** Seldom used and large: fetched when they are opened. */
const ImportPage = lazy(async () => ({
  default: (await import("./import/import-page.view.tsx")).ImportPage,
}));

const RelationsPage = lazy(async () => ({
  default: (await import("./relations/relations-page.view.tsx")).RelationsPage,
}));

const PortfolioPage = lazy(async () => ({
  default: (await import("./portfolio/portfolio-page.view.tsx")).PortfolioPage,
}));

/** The whole page: who is here, where they are, in which clothes and language. */
export function App(): ReactNode {
  const [settings, setSettings] = useState(() => readSettings(window));
  const [accounts, setAccounts] = useState<{
    readonly seenBy: RecordId;
    readonly total: number | undefined;
  }>();
  const route = useRoute();
  const [signIn] = useState(createSignIn);
  const { desk, members, error } = useView(signIn);
  useEffect(() => signIn.become(settings.member), [signIn, settings.member]);
  const environment = useEnvironment(settings, setSettings, members);
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(route, main);

  const user = desk?.member.id;
  const tellTotal = useCallback(
    (total: number | undefined) => (user === undefined ? undefined : setAccounts({ seenBy: user, total })),
    [user],
  );
  const content = (): ReactNode => {
    if (error)
      return <ProblemScreen error={error} title={environment.t("app.name")} onRetry={signIn.retry} />;
    if (!desk) return <Waiting text={environment.t("app.opening")} />;
    return (
      // Another user starts afresh: nothing of the former one's sight may stay on the screen.
      <DeskContext value={desk} key={desk.member.id}>
        <Place route={route} onTotal={tellTotal} />
      </DeskContext>
    );
  };

  return (
    <PageContext value={environment}>
      <div
        className="ss-root wb"
        data-skin={settings.skin}
        data-theme={settings.theme}
        lang={environment.language}
      >
        <button type="button" className="wb-skip" onClick={() => main.current?.focus()}>
          {environment.t("app.skip")}
        </button>
        <Chrome
          route={route}
          member={desk?.member}
          accountTotal={accounts?.seenBy === user ? accounts?.total : undefined}
        />
        <main ref={main} tabIndex={-1} className="wb-main">
          {content()}
        </main>
      </div>
    </PageContext>
  );
}

function Place({
  route,
  onTotal,
}: {
  readonly route: Route;
  /** Number of accounts the user sees; undefined when it is not known any more. */
  readonly onTotal: (total: number | undefined) => void;
}): ReactNode {
  const { t } = usePage();
  switch (route.page) {
    case "accounts":
      return <AccountsPage search={route.search} onTotal={onTotal} />;
    case "account":
      return <RecordPage account={route.account} key={route.account} />;
    case "import":
      return (
        <Suspense fallback={<Waiting text={t("app.opening")} />}>
          <ImportPage />
          <Forgetting onTotal={onTotal} />
        </Suspense>
      );
    case "relations":
      return (
        <Suspense fallback={<Waiting text={t("app.opening")} />}>
          <RelationsPage part={route.part} />
        </Suspense>
      );
    case "portfolio":
      return (
        <Suspense fallback={<Waiting text={t("app.opening")} />}>
          <PortfolioPage query={route.query} />
        </Suspense>
      );
    case "unknown":
      return <ProblemScreen />;
  }
}

/** An import brings accounts: their number is known again when the list is read. */
function Forgetting({ onTotal }: Pick<Parameters<typeof Place>[0], "onTotal">): ReactNode {
  useEffect(() => onTotal(undefined), [onTotal]);
  return null;
}

function useEnvironment(
  settings: Settings,
  setSettings: (settings: Settings) => void,
  members: PageEnvironment["members"],
): PageEnvironment {
  const { language, skin, theme } = settings;
  const changeSettings = useCallback(
    (change: Partial<Settings>) => {
      const next = { ...settings, ...change };
      keepSettings(window, next);
      setSettings(next);
    },
    [settings, setSettings],
  );
  useEffect(() => {
    const { dataset } = document.documentElement;
    document.documentElement.lang = language;
    dataset["theme"] = theme;
    dataset["skin"] = skin;
  }, [language, theme, skin]);
  const words = useMemo(() => {
    const locale = toLocale(language, navigator);
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return {
      locale,
      t: createTranslator(PAGE_CATALOGS, locale).t,
      format: createFormat({ locale, timeZone, currency: "EUR" }),
      language,
    };
  }, [language]);
  return useMemo(
    () => ({ ...words, settings, changeSettings, members }),
    [words, settings, changeSettings, members],
  );
}

/** After following a link the keyboard and the screen reader are where the eye is. Not while typing a search. */
function useFocusOnArrival(route: Route, main: React.RefObject<HTMLElement | null>): void {
  const place = route.page === "account" ? route.account : route.page;
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    window.scrollTo(0, 0);
    if (!(document.activeElement instanceof HTMLInputElement)) main.current?.focus({ preventScroll: true });
  }, [place, main]);
}
