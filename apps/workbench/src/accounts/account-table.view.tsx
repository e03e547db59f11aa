/* oxlint-disable jsx-a11y/prefer-tag-over-role -- rows are laid out as grids, where elements of a table lose their roles */
import { type Account, type Field, known, type RecordId } from "@sweetspot/contract";
import { Face, useVirtualRows } from "@sweetspot/widget-kit/page";
import { memo, type ReactNode, type RefObject, useEffect } from "react";
import { type Team, useTeam } from "../gateway/use-team.ts";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";
import { FieldValue } from "../record/field-value.view.tsx";
import type { AccountListView } from "./account-list.ts";
import { walkRows } from "./walk-rows.ts";

const ROW_HEIGHT = 46;

/** The rows in sight of a list that may be thousands long. On a phone each row is a card of two lines. */
export function AccountTable({
  list,
  onReadMore,
  scroller,
}: {
  readonly list: AccountListView;
  readonly onReadMore: () => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}): ReactNode {
  const { t } = usePage();
  const team = useTeam();
  const { accounts, total, hasMore } = list;
  const { rows, totalSize } = useVirtualRows({
    count: accounts.length,
    scroller,
    rowHeight: ROW_HEIGHT,
    overscan: 10,
  });
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last > accounts.length - 40) onReadMore();
  }, [hasMore, last, accounts.length, onReadMore]);

  return (
    <div
      role="table"
      className="wb-account-table"
      aria-label={t("nav.accounts")}
      aria-rowcount={(total ?? accounts.length) + 1}
      aria-busy={list.state === "reading"}
    >
      <div role="rowgroup" className="wb-account-heads">
        <div role="row" className="wb-account-row" aria-rowindex={1}>
          {(["account", "industry", "place", "owner", "revenue"] as const).map((name) => (
            <div role="columnheader" key={name} className={`wb-account-${name}`}>
              {t(`accounts.column.${name}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="wb-account-rows" style={{ height: totalSize }}>
        {rows.map(({ index, start }) => {
          const account = accounts[index];
          if (!account) return null;
          return (
            <AccountRow
              key={account.id}
              account={account}
              owner={ownerName(account.owner, team)}
              index={index}
              start={start}
            />
          );
        })}
      </div>
    </div>
  );
}

const AccountRow = memo(function AccountRow(props: {
  readonly account: Account;
  readonly owner: Field<string>;
  readonly index: number;
  readonly start: number;
}): ReactNode {
  const { account, index, start, owner } = props;
  const { format } = usePage();
  return (
    <div
      role="row"
      className="wb-account-row"
      aria-rowindex={index + 2}
      style={{ height: ROW_HEIGHT, transform: `translateY(${start}px)` }}
    >
      <div role="cell" className="wb-account-account">
        <a href={toHash({ page: "account", account: account.id })} data-account-row="" onKeyDown={walkRows}>
          {account.name}
        </a>
      </div>
      <div role="cell" className="wb-account-industry">
        <FieldValue field={account.industry} compact>
          {(industry) => industry}
        </FieldValue>
      </div>
      <div role="cell" className="wb-account-place">
        <FieldValue field={toPlace(account)} compact>
          {(place) => place}
        </FieldValue>
      </div>
      <div role="cell" className="wb-account-owner">
        <FieldValue field={owner} compact>
          {(name) => (
            <>
              <span aria-hidden="true" className="wb-face">
                <Face name={name} side="provider" />
              </span>
              <span className="wb-clip">{name}</span>
            </>
          )}
        </FieldValue>
      </div>
      <div role="cell" className="wb-account-revenue ss-number">
        <FieldValue field={account.annualRevenue} compact>
          {(revenue) => format.compactMoney(revenue)}
        </FieldValue>
      </div>
    </div>
  );
});

function ownerName(owner: Field<RecordId>, team: Team): Field<string> {
  if (owner.state !== "known") return owner;
  const name = team.get(owner.value)?.name;
  return name === undefined ? { state: "empty" } : known(name);
}

/** "Kiel, Germany", as far as it is known. */
function toPlace({ city, country }: Account): Field<string> {
  const parts = [city, country].flatMap((part) => (part.state === "known" ? [part.value] : []));
  if (parts.length > 0) return known(parts.join(", "));
  return city.state === "hidden" || country.state === "hidden" ? { state: "hidden" } : { state: "empty" };
}
