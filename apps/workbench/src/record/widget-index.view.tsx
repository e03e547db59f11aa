import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { usePage } from "../page/page-context.ts";
import { indexStep } from "./index-step.model.ts";

interface Props {
  readonly account: string | undefined;
  readonly entries: readonly { readonly id: string; readonly title: string }[];
  readonly current: string;
  readonly onGo: (id: string) => void;
}

/** The widgets of the page by name, always in reach: one tab stop, arrow keys within. */
export function WidgetIndex({ account, entries, current, onGo }: Props): ReactNode {
  const { t } = usePage();
  const list = useRef<HTMLUListElement>(null);
  const place = entries.findIndex(({ id }) => id === current);
  useEffect(() => {
    // Only the list itself moves, never the page.
    const bar = list.current;
    const link = bar?.querySelectorAll("button")[place];
    if (bar && link) bar.scrollLeft = link.offsetLeft - (bar.clientWidth - link.offsetWidth) / 2;
  }, [place]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const links = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = links.indexOf(event.target as HTMLButtonElement);
    const next = indexStep(event.key, at, links.length);
    if (next === undefined) return;
    event.preventDefault();
    links[next]?.focus();
  };
  return (
    <nav className="wb-index" aria-label={t("record.index")}>
      {account === undefined ? null : <span className="wb-index-account wb-clip">{account}</span>}
      {/* The buttons inside are what is focused. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul ref={list} className="wb-index-list" onKeyDown={onKeyDown}>
        {entries.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="wb-index-link"
              aria-current={id === current ? "true" : undefined}
              tabIndex={id === current ? 0 : -1}
              onClick={() => onGo(id)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
