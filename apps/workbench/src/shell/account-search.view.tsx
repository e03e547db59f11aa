import { Icon } from "@sweetspot/widget-kit/page";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { usePage } from "../page/page-context.ts";
import type { Route } from "../page/route.model.ts";
import { goTo } from "../page/use-route.ts";

/** Typing leads to the list of accounts; arrow down leads into it. */
export function AccountSearch({
  route,
  total,
}: {
  readonly route: Route;
  readonly total: number | undefined;
}): ReactNode {
  const { t, format } = usePage();
  const text = route.page === "accounts" ? route.search : "";
  const input = useRef<HTMLInputElement>(null);
  const change = (search: string): void =>
    goTo({ page: "accounts", search }, route.page === "accounts" ? "replace" : "push");
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && text !== "") change("");
    else if (event.key === "ArrowDown") document.querySelector<HTMLElement>("[data-account-row]")?.focus();
    else return;
    event.preventDefault();
  };

  return (
    <search className="wb-search">
      <label className="ss-search">
        <Icon name="search" />
        <span className="ss-hidden">{t("search.label")}</span>
        <input
          ref={input}
          type="text"
          inputMode="search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={
            total === undefined
              ? t("search.placeholder")
              : t("search.placeholder-count", { count: total, number: format.number(total) })
          }
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {text === "" ? null : (
          <button
            type="button"
            className="ss-search-clear"
            aria-label={t("search.clear")}
            onClick={() => {
              change("");
              input.current?.focus();
            }}
          >
            <Icon name="close" size="small" />
          </button>
        )}
      </label>
    </search>
  );
}
