import { type CrmError, LIBRARY, type PlanRecord } from "@sweetspot/contract";
import { RELATION_RULES_ID } from "@sweetspot/plan-model";
import { type ReactNode, useId, useMemo, useState } from "react";
import { useDesk } from "../../gateway/desk.ts";
import { usePage } from "../../page/page-context.ts";
import { Failure } from "../failure.view.tsx";
import { toCrmError } from "../relations-client.ts";
import {
  defaultOf,
  isWrong,
  limitsOf,
  RULE_EXAMPLES,
  RULE_FIELDS,
  RULE_GROUPS,
  type RuleField,
  rulesOf,
  type RulesText,
  strengthsOf,
  toRulesPatch,
  toRulesText,
} from "./rule-examples.ts";

/** The numbers, and what they would make of people everybody can picture. */
export function RulesForm({
  stored,
  onSaved,
}: {
  readonly stored: PlanRecord | undefined;
  readonly onSaved: () => void;
}): ReactNode {
  const { t } = usePage();
  const { store } = useDesk();
  const before = useMemo(() => toRulesText(stored?.fields ?? {}), [stored]);
  const [text, setText] = useState<RulesText>(before);
  const [error, setError] = useState<CrmError>();
  const [isBusy, setBusy] = useState(false);
  const patch = toRulesPatch(text);
  const isChanged = JSON.stringify(toRulesPatch(before)) !== JSON.stringify(patch);

  const save = async (): Promise<void> => {
    if (!patch || isBusy) return;
    setBusy(true);
    setError(undefined);
    try {
      await store.commit({
        scope: LIBRARY,
        key: `rules-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`.slice(0, 64),
        puts: [{ id: RELATION_RULES_ID, type: "relation-rules", base: stored?.revision ?? 0, fields: patch }],
        removes: [],
      });
      onSaved();
    } catch (failure) {
      setError(toCrmError(failure));
    }
    setBusy(false);
  };

  return (
    <form
      className="wb-rules"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="wb-rules-fields">
        {RULE_GROUPS.map((group) => (
          <fieldset key={group} className="wb-card wb-rule-group">
            <legend>{t(`relations.rules.${group}`)}</legend>
            <p className="ss-meta">{t(`relations.rules.${group}.help`)}</p>
            {RULE_FIELDS[group].map((field) => (
              <RuleInput
                key={field}
                field={field}
                value={text[field] ?? ""}
                onChange={(value) => setText({ ...text, [field]: value })}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className="wb-rules-side">
        <Effect before={before} now={text} />
        {error ? <Failure error={error} onRetry={onSaved} /> : null}
        <div className="wb-import-actions">
          <button type="submit" className="ss-button ss-button-primary" disabled={!patch || !isChanged}>
            {t("relations.rules.save")}
          </button>
          <button type="button" className="ss-button" disabled={!isChanged} onClick={() => setText(before)}>
            {t("relations.leave")}
          </button>
          <button type="button" className="ss-button ss-button-quiet" onClick={() => setText({})}>
            {t("relations.rules.defaults")}
          </button>
        </div>
        <output className="ss-meta">
          {isChanged
            ? t("relations.rules.unsaved")
            : stored
              ? t("relations.rules.saved")
              : t("relations.rules.are-default")}
        </output>
      </div>
    </form>
  );
}

function RuleInput({
  field,
  value,
  onChange,
}: {
  readonly field: RuleField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { t, format } = usePage();
  const id = useId();
  const [least, most] = limitsOf(field);
  const wrong = isWrong(field, value);
  return (
    <label className="wb-rule">
      <span>{t(`relations.rule.${field}`)}</span>
      <input
        type="number"
        className="ss-input"
        min={least}
        max={most}
        step={most === 1 ? 0.05 : 1}
        value={value}
        placeholder={format.number(defaultOf(field))}
        aria-invalid={wrong}
        aria-describedby={wrong ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {wrong ? (
        <span id={id} className="ss-error">
          {t("relations.rules.wrong", { least: format.number(least), most: format.number(most) })}
        </span>
      ) : null}
    </label>
  );
}

/** Examples before and after, so that a number is never changed blindly. */
function Effect({ before, now }: { readonly before: RulesText; readonly now: RulesText }): ReactNode {
  const { t, format } = usePage();
  const [was, is] = useMemo(() => [strengthsOf(rulesOf(before)), strengthsOf(rulesOf(now))], [before, now]);
  return (
    <section className="wb-card wb-effect" aria-labelledby="relation-effect">
      <h2 id="relation-effect">{t("relations.rules.effect")}</h2>
      <table className="wb-effect-table">
        <thead>
          <tr>
            <th scope="col">{t("relations.rules.example")}</th>
            <th scope="col" className="ss-end">
              {t("relations.rules.before")}
            </th>
            <th scope="col" className="ss-end">
              {t("relations.rules.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {RULE_EXAMPLES.map((name) => (
            <tr key={name} data-changed={was[name] !== is[name]}>
              <th scope="row">{t(`relations.example.${name}`)}</th>
              <td className="ss-end ss-number">{format.percent(was[name])}</td>
              <td className="ss-end ss-number">{format.percent(is[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="ss-meta">{t("relations.rules.effect.help")}</p>
    </section>
  );
}
