import type { IsoDate, Money, RecordId } from "@sweetspot/contract";
import {
  Button,
  Checkbox,
  DateInput,
  Dialog,
  IconButton,
  MoneyInput,
  newRecordId,
  Select,
  TextInput,
  useFormat,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import {
  readCurrency,
  readRate,
  removeMoneyRecord,
  setCompanyCurrency,
  setEstimates,
  setPrice,
  setRate,
} from "../../edits/money-edits.model.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

interface PartProps {
  readonly workspace: Workspace;
}

/** The company's currency, dated rates and the price list: open to everybody, written by admins. */
export function MoneyDialog({ workspace }: PartProps): ReactNode {
  const { state, dispatch, libraryWritable: mayWrite, book, edit } = workspace;
  const t = useText();
  const [wrong, setWrong] = useState(false);
  const close = (): void => dispatch({ kind: "dialog-closed" });
  const name = (text: string): void => {
    const code = readCurrency(text);
    setWrong(code === undefined && text.trim() !== "");
    if (code !== undefined || text.trim() === "") edit(setCompanyCurrency(code));
  };
  return (
    <Dialog
      open={state.dialog === "money"}
      onOpenChange={close}
      title={t("menu.money")}
      footer={<Button onClick={close}>{t("panel.close")}</Button>}
    >
      <div className="ws-form">
        <p>{t(mayWrite ? "money-dialog.text-admin" : "money-dialog.text-rep")}</p>
        <TextInput
          label={t("money-dialog.currency")}
          value={book.currency ?? ""}
          onCommit={name}
          maxLength={3}
          disabled={!mayWrite}
          {...(wrong ? { error: t("money-dialog.bad-currency") } : {})}
        />
        <Checkbox
          label={t("money-dialog.estimates")}
          checked={book.estimateFromSimilar}
          onChange={(on) => edit(setEstimates(on))}
          disabled={!mayWrite}
        />
        <Rates workspace={workspace} />
        <Prices workspace={workspace} />
      </div>
    </Dialog>
  );
}

function Rates({ workspace }: PartProps): ReactNode {
  const { book, edit, eyes, libraryWritable: mayWrite } = workspace;
  const t = useText();
  const format = useFormat();
  const [currency, setCurrency] = useState("");
  const [rate, setRateText] = useState("");
  const [on, setOn] = useState<IsoDate>(eyes.today);
  const code = readCurrency(currency);
  const units = readRate(rate, format.locale);
  const own = book.currency;
  return (
    <section>
      <h3>{t("money-dialog.rates")}</h3>
      <ul className="ws-deals">
        {book.rates.map(({ id, fields }) => (
          <li key={id}>
            <span className="ws-deal-name">
              {t("money-dialog.rate", {
                one: `1 ${own ?? "–"}`,
                units: `${format.number(fields.rate, { maximumFractionDigits: 6 })} ${fields.currency}`,
                date: format.date(fields.on),
              })}
            </span>
            {mayWrite ? (
              <IconButton
                icon="trash"
                size="small"
                label={t("structure.remove-named", { name: `${fields.currency}, ${format.date(fields.on)}` })}
                onClick={() => edit(removeMoneyRecord(id))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {own === undefined ? <p className="ss-meta">{t("money-dialog.currency-first")}</p> : null}
      {mayWrite && own !== undefined ? (
        <div className="ws-fields">
          <TextInput label={t("csv.column.currency")} value={currency} onCommit={setCurrency} maxLength={3} />
          <TextInput label={t("money-dialog.units", { currency: own })} value={rate} onCommit={setRateText} />
          <DateInput label={t("money-dialog.from")} value={on} onCommit={(day) => setOn(day ?? eyes.today)} />
          <Button
            size="small"
            disabled={code === undefined || units === undefined || code === own}
            onClick={() => {
              if (code === undefined || units === undefined) return;
              edit(setRate(code, on, units));
              setCurrency("");
              setRateText("");
            }}
          >
            {t("money-dialog.add-rate")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Prices({ workspace }: PartProps): ReactNode {
  const { book, edit, eyes, plan, libraryWritable: mayWrite } = workspace;
  const t = useText();
  const format = useFormat();
  const parents = new Set(plan.offerings.map(({ record }) => record.fields.parent));
  // A group is what its offerings are worth together.
  const offerings = plan.offerings.filter(
    ({ origin, record }) => origin === "library" && !parents.has(record.id),
  );
  const nameOf = (id: RecordId): string =>
    offerings.find(({ record }) => record.id === id)?.record.fields.name ?? id;
  const [chosen, setChosen] = useState<RecordId | undefined>(undefined);
  const [amount, setAmount] = useState<Money | undefined>(undefined);
  const [once, setOnce] = useState(false);
  const [from, setFrom] = useState<IsoDate>(eyes.today);
  const offering = chosen ?? offerings[0]?.record.id;
  return (
    <section>
      <h3>{t("money-dialog.prices")}</h3>
      <ul className="ws-deals">
        {book.prices.map(({ id, fields }) => (
          <li key={id}>
            <span className="ws-deal-name">
              {[
                `${nameOf(fields.offering)}: ${format.money(fields.amount)}`,
                t(fields.per === "once" ? "basis.once" : "money-dialog.per-year"),
                ...(fields.unit === undefined ? [] : [fields.unit]),
                ...(fields.validFrom === undefined ? [] : [format.date(fields.validFrom)]),
              ].join(" · ")}
            </span>
            {mayWrite ? (
              <IconButton
                icon="trash"
                size="small"
                label={t("structure.remove-named", { name: nameOf(fields.offering) })}
                onClick={() => edit(removeMoneyRecord(id))}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite && offering !== undefined ? (
        <div className="ws-fields">
          <Select
            label={t("csv.column.offering")}
            value={offering}
            options={offerings.map(({ record }) => ({ value: record.id, label: record.fields.name }))}
            onChange={setChosen}
          />
          <MoneyInput
            label={t("money-dialog.price")}
            value={amount}
            onCommit={(money) => setAmount(money ?? undefined)}
            {...(book.currency === undefined ? {} : { currency: book.currency })}
          />
          <DateInput
            label={t("money-dialog.from")}
            value={from}
            onCommit={(day) => setFrom(day ?? eyes.today)}
          />
          <Checkbox label={t("basis.once")} checked={once} onChange={setOnce} />
          <Button
            size="small"
            disabled={amount === undefined}
            onClick={() => {
              if (!amount) return;
              edit(setPrice({ offering, amount, once, from }, newRecordId));
              setAmount(undefined);
            }}
          >
            {t("money-dialog.add-price")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
