import { type Account, type CrmView, type Field, known, valueOf } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useEffect, useState } from "react";
import { useDesk } from "../gateway/desk.ts";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";
import { Card } from "./card.view.tsx";
import { FieldValue } from "./field-value.view.tsx";
import { toWebAddress } from "./record.model.ts";

/** Attributes beyond this many wait behind "more". */
const ATTRIBUTES_AT_FIRST = 4;

/** The fields of the account, the CRM's own further ones included. */
export function DetailsCard({ view }: { readonly view: CrmView }): ReactNode {
  const { t, format } = usePage();
  const [isWhole, setWhole] = useState(false);
  const { account } = view;
  if (!account) return <Card title={t("record.details")} isReading />;
  const attributes = Object.entries(account.attributes);
  const shown = isWhole ? attributes : attributes.slice(0, ATTRIBUTES_AT_FIRST);
  return (
    <Card title={t("record.details")}>
      <dl className="wb-fields">
        <Detail label={t("field.parent")} field={account.parent}>
          {() => <ParentLink account={account} />}
        </Detail>
        <Detail label={t("field.industry")} field={account.industry}>
          {(industry) => industry}
        </Detail>
        <Detail label={t("field.city")} field={account.city}>
          {(city) => city}
        </Detail>
        <Detail label={t("field.country")} field={account.country}>
          {(country) => country}
        </Detail>
        <Detail label={t("field.website")} field={account.website}>
          {(website) => <Website text={website} />}
        </Detail>
        <Detail label={t("field.employees")} field={account.employees}>
          {(employees) => <span className="ss-number">{format.number(employees)}</span>}
        </Detail>
        <Detail label={t("field.revenue")} field={account.annualRevenue}>
          {(revenue) => <span className="ss-number">{format.money(revenue)}</span>}
        </Detail>
        {shown.map(([label, field]) => (
          <Detail key={label} label={label} field={field}>
            {(text) => text}
          </Detail>
        ))}
      </dl>
      {attributes.length > ATTRIBUTES_AT_FIRST ? (
        <button
          type="button"
          className="ss-link wb-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole
            ? t("list.fewer")
            : t("record.more-fields", { count: attributes.length - ATTRIBUTES_AT_FIRST })}
        </button>
      ) : null}
    </Card>
  );
}

function Detail<T>(props: {
  readonly label: string;
  readonly field: Field<T>;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  return (
    <div className="wb-field">
      <dt>{props.label}</dt>
      <dd>
        <FieldValue field={props.field}>{props.children}</FieldValue>
      </dd>
    </div>
  );
}

/** The parent is no part of the family below, so its name is asked for once the page stands. */
function ParentLink({ account }: { readonly account: Account }): ReactNode {
  const { reader } = useDesk();
  const { t } = usePage();
  const parent = valueOf(account.parent);
  const [name, setName] = useState<string>();
  useEffect(() => {
    if (parent === undefined) return undefined;
    const leaving = new AbortController();
    reader.listFamily(parent, { limit: 1, signal: leaving.signal }).then(
      (page) => setName(page.items[0]?.name),
      // Somebody else's account: there is a parent, and it is not for this user.
      () => undefined,
    );
    return () => leaving.abort();
  }, [reader, parent]);
  if (parent === undefined) return null;
  return name === undefined ? (
    t("field.parent-unseen")
  ) : (
    <a href={toHash({ page: "account", account: parent })}>{name}</a>
  );
}

function Website({ text }: { readonly text: string }): ReactNode {
  const address = toWebAddress(known(text));
  const words = text.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
  if (address === undefined) return text;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer" className="wb-outside">
      <span>{words}</span>
      <Icon name="external" size="small" />
    </a>
  );
}
