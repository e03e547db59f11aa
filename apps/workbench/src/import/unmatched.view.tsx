import { toRecordId } from "@sweetspot/contract";
import type { ImportAlias, UnmatchedReference } from "@sweetspot/crm-import";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useRef, useState } from "react";
import { usePage } from "../page/page-context.ts";
import type { ImportClient, NamedRecord } from "./import-client.ts";

export interface UnmatchedCardProps {
  readonly unmatched: readonly UnmatchedReference[];
  readonly client: ImportClient;
  readonly onApply: (aliases: readonly ImportAlias[]) => void;
}

/** Undecided, nobody at all, or a record's id. */
type Decision = "" | "nobody" | (string & {});

const AT_FIRST = 30;

/** Names nobody has: a typing error, another spelling, or nobody we know. Decided once, it holds for later imports. */
export function UnmatchedCard({ unmatched, client, onApply }: UnmatchedCardProps): ReactNode {
  const { t, format } = usePage();
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(
    // A single suggestion is most likely what was meant.
    () =>
      new Map(
        unmatched.map((one) => [
          keyOf(one),
          one.suggestions.length === 1 ? (one.suggestions[0]?.id ?? "") : "",
        ]),
      ),
  );
  const [isWhole, setWhole] = useState(false);
  const aliases = unmatched.flatMap((one): ImportAlias[] => {
    const decision = decisions.get(keyOf(one)) ?? "";
    if (decision === "") return [];
    return [{ kind: one.kind, text: one.text, target: decision === "nobody" ? null : toRecordId(decision) }];
  });
  const shown = isWhole ? unmatched : unmatched.slice(0, AT_FIRST);
  return (
    <section className="wb-card wb-unmatched" aria-labelledby="unmatched">
      <h2 id="unmatched">
        {t("import.unmatched", { count: unmatched.length, number: format.number(unmatched.length) })}
      </h2>
      <p className="ss-screen-text">{t("import.unmatched.text")}</p>
      <table className="wb-table wb-unmatched-table">
        <thead>
          <tr>
            <th scope="col">{t("import.unmatched.name")}</th>
            <th scope="col" className="ss-end">
              {t("import.unmatched.rows")}
            </th>
            <th scope="col">{t("import.unmatched.means")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={keyOf(one)}>
              <th scope="row">
                <strong>{one.text}</strong>{" "}
                <span className="ss-meta">{t(`import.kind-one.${one.kind}`)}</span>
              </th>
              <td className="ss-end ss-number" data-label={t("import.unmatched.rows")}>
                {format.number(one.rows)}
              </td>
              <td data-label={t("import.unmatched.means")}>
                <TargetChoice
                  reference={one}
                  client={client}
                  decision={decisions.get(keyOf(one)) ?? ""}
                  onDecide={(decision) => setDecisions(new Map(decisions).set(keyOf(one), decision))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unmatched.length > AT_FIRST && !isWhole ? (
        <button type="button" className="ss-link wb-more" onClick={() => setWhole(true)}>
          {t("list.all", { count: unmatched.length, number: format.number(unmatched.length) })}
        </button>
      ) : null}
      <div>
        <button
          type="button"
          className="ss-button ss-button-primary"
          disabled={aliases.length === 0}
          onClick={() => onApply(aliases)}
        >
          <Icon name="retry" size="small" />
          {t("import.apply", { count: aliases.length })}
        </button>
      </div>
    </section>
  );
}

const keyOf = (one: UnmatchedReference): string => `${one.kind}:${one.text}`;

function TargetChoice(props: {
  readonly reference: UnmatchedReference;
  readonly client: ImportClient;
  readonly decision: Decision;
  readonly onDecide: (decision: Decision) => void;
}): ReactNode {
  const { reference, client, decision, onDecide } = props;
  const { t } = usePage();
  const [found, setFound] = useState<readonly NamedRecord[]>([]);
  const asking = useRef<AbortController>(undefined);
  const find = (search: string): void => {
    asking.current?.abort();
    asking.current = new AbortController();
    if (search.trim().length < 2) return;
    // What was found before stays: it may have been chosen.
    const add = (names: readonly NamedRecord[]): void =>
      setFound((before) => [...before, ...names.filter((name) => before.every((one) => one.id !== name.id))]);
    client.findNames(reference.kind, search, asking.current.signal).then(add, () => undefined);
  };
  const suggested = new Set(reference.suggestions.map((one) => one.id));
  const others = found.filter((one) => !suggested.has(one.id));
  return (
    <div className="wb-target">
      <select
        className="ss-input"
        aria-label={t("import.unmatched.means-of", { name: reference.text })}
        value={decision}
        onChange={(event) => onDecide(event.target.value)}
      >
        <option value="">{t("import.unmatched.undecided")}</option>
        {reference.suggestions.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        {others.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        <option value="nobody">{t("import.unmatched.nobody")}</option>
      </select>
      <input
        className="ss-input"
        type="text"
        inputMode="search"
        autoComplete="off"
        placeholder={t("import.unmatched.find")}
        aria-label={t("import.unmatched.find-of", { name: reference.text })}
        onChange={(event) => find(event.target.value)}
      />
    </div>
  );
}
