import { Button, Checkbox, Chip, Dialog, TextInput, useFormat } from "@sweetspot/widget-kit";
import { DEFAULT_RULES, type WhiteSpaceRules } from "@sweetspot/white-space";
import { sameRules } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useState } from "react";
import { changeRules } from "../../edits/rules-edits.model.ts";
import {
  defaultNumber,
  parseRuleNumber,
  RULE_FIELDS,
  type RuleField,
  ruleLimits,
  ruleNumber,
  withRuleNumber,
} from "../../model/rule-fields.model.ts";
import { compareRules } from "../../model/rules-effect.model.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

/** The company's rules: open to everybody, written by admins, with what a change would do to this very grid. */
export function RulesDialog({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { state, dispatch, plan, libraryWritable: mayWrite, edit } = workspace;
  const t = useText();
  const [draft, setDraft] = useState<WhiteSpaceRules | undefined>(undefined);
  const [draftUnseen, setDraftUnseen] = useState<boolean | undefined>(undefined);
  const [wrong, setWrong] = useState<ReadonlySet<RuleField>>(new Set());
  const rules = draft ?? plan.rules;
  const countsUnseen = draftUnseen ?? plan.countsUnseen;
  const changed = !sameRules(rules, plan.rules) || countsUnseen !== plan.countsUnseen;
  const close = (): void => {
    setDraft(undefined);
    setDraftUnseen(undefined);
    setWrong(new Set());
    dispatch({ kind: "dialog-closed" });
  };
  const type = (field: RuleField, text: string): void => {
    const value = parseRuleNumber(text, field);
    const others = [...wrong].filter((other) => other !== field);
    setWrong(new Set(value === undefined ? [...others, field] : others));
    if (value !== undefined) setDraft(withRuleNumber(rules, field, value));
  };
  return (
    <Dialog
      open={state.dialog === "rules"}
      onOpenChange={close}
      title={t("rules.title")}
      footer={
        mayWrite ? (
          <>
            <Button
              tone="quiet"
              disabled={sameRules(rules, DEFAULT_RULES) && !countsUnseen}
              onClick={() => {
                setDraft(DEFAULT_RULES);
                setDraftUnseen(false);
                setWrong(new Set());
              }}
            >
              {t("rules.defaults")}
            </Button>
            <Button onClick={close}>{t("panel.cancel")}</Button>
            <Button
              tone="primary"
              disabled={!changed || wrong.size > 0}
              onClick={() => {
                edit(changeRules(rules, countsUnseen));
                close();
              }}
            >
              {t("rules.save")}
            </Button>
          </>
        ) : (
          <Button onClick={close}>{t("panel.close")}</Button>
        )
      }
    >
      <div className="ws-form">
        <p>{t(mayWrite ? "rules.text-admin" : "rules.text-rep")}</p>
        <dl className="ws-rules-words">
          <dt>{t("level.strong")}</dt>
          <dd>
            {t("rules.strong", {
              months: rules.recentMonths,
              deals: rules.strongDeals,
              share: ruleNumber(rules, "strongShare"),
            })}
          </dd>
          <dt>{t("level.present")}</dt>
          <dd>
            {t(rules.assetsCount ? "rules.present-assets" : "rules.present", { months: rules.recentMonths })}
          </dd>
          <dt>{t("level.weak")}</dt>
          <dd>{t("rules.weak", { recent: rules.recentMonths, fading: rules.fadingMonths })}</dd>
        </dl>
        <div className="ws-rules">
          {RULE_FIELDS.map((field) => (
            <RuleInput
              key={`${field}-${String(ruleNumber(rules, field))}`}
              field={field}
              value={ruleNumber(rules, field)}
              wrong={wrong.has(field)}
              disabled={!mayWrite}
              onType={(text) => type(field, text)}
            />
          ))}
        </div>
        <Checkbox
          label={t("rules.field.assetsCount")}
          checked={rules.assetsCount}
          onChange={(assetsCount) => setDraft({ ...rules, assetsCount })}
          disabled={!mayWrite}
        />
        <Checkbox
          label={t("rules.field.countUnseen")}
          checked={countsUnseen}
          onChange={setDraftUnseen}
          disabled={!mayWrite}
        />
        {changed && wrong.size === 0 ? <Effect workspace={workspace} rules={rules} /> : null}
      </div>
    </Dialog>
  );
}

interface RuleInputProps {
  readonly field: RuleField;
  readonly value: number;
  readonly wrong: boolean;
  readonly disabled: boolean;
  readonly onType: (text: string) => void;
}

function RuleInput({ field, value, wrong, disabled, onType }: RuleInputProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const usual = defaultNumber(field);
  const { min, max } = ruleLimits(field);
  return (
    <TextInput
      label={t(`rules.field.${field}`)}
      value={format.number(value, { useGrouping: false, maximumFractionDigits: 4 })}
      onCommit={onType}
      hint={value === usual ? t("rules.is-default") : t("rules.default", { value: format.number(usual) })}
      error={wrong ? t("rules.range", { min: format.number(min), max: format.number(max) }) : undefined}
      disabled={disabled}
    />
  );
}

function Effect({
  workspace,
  rules,
}: {
  readonly workspace: Workspace;
  readonly rules: WhiteSpaceRules;
}): ReactNode {
  const { plan, facts, model, eyes } = workspace;
  const t = useText();
  const effect = useMemo(
    () => compareRules({ plan, facts, perspective: model.perspective?.id, today: eyes.today }, rules),
    [plan, facts, model.perspective?.id, eyes.today, rules],
  );
  const nothing = effect.moves.length + effect.gained + effect.lost === 0;
  return (
    <div className="ws-effect" aria-live="polite">
      <p>
        <strong>{t("rules.effect")}</strong>
      </p>
      {nothing ? <p>{t("rules.effect-none")}</p> : null}
      <p className="ws-actions">
        {effect.moves.map(({ from, to, count }) => (
          <Chip key={`${from}-${to}`}>
            {t("rules.move", { from: t(`level.${from}`), to: t(`level.${to}`), count })}
          </Chip>
        ))}
        {effect.gained > 0 ? (
          <Chip tone="suggestion">{t("rules.gained", { count: effect.gained })}</Chip>
        ) : null}
        {effect.lost > 0 ? <Chip>{t("rules.lost", { count: effect.lost })}</Chip> : null}
      </p>
    </div>
  );
}
