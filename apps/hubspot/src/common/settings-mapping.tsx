import { type ReactElement, useEffect, useState } from "react";
import { type Answer, askGateway } from "./gateway.ts";
import type { FieldMapping, MappingProblem, PropertiesAnswer, WriteAnswer } from "./gateway-answers.ts";
import { LISTS, SINGLES, toOptions, withList, withSingle, withStandard } from "./mapping-draft.model.ts";
import { Problem } from "./problem.tsx";
import {
  Alert,
  Button,
  Flex,
  Heading,
  LoadingButton,
  LoadingSpinner,
  MultiSelect,
  Select,
  type SettingsActions,
  Text,
} from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface SettingsMappingProps {
  /** As stored. */
  readonly mapping: FieldMapping;
  readonly actions: SettingsActions;
  readonly reading: Reading;
  readonly onSaved: (mapping: FieldMapping) => void;
}

type Shown = Answer<PropertiesAnswer> | undefined;

const showProperties = async (show: (answer: Shown) => void): Promise<void> =>
  show(await askGateway<PropertiesAnswer>("settings/properties", {}));

/** Which properties of the portal feed what a plan reads; checked by the gateway against what the portal defines. */
export function SettingsMapping(props: SettingsMappingProps): ReactElement {
  const { reading } = props;
  const { say } = reading;
  const [shown, setShown] = useState<Shown>();
  useEffect(() => void showProperties(setShown), []);
  const retry = (): void => {
    setShown(undefined);
    void showProperties(setShown);
  };
  return (
    <Flex direction="column" gap="sm">
      <Heading>{say("settings.mapping")}</Heading>
      <Text>{say("settings.mapping-text")}</Text>
      {shown === undefined ? (
        <LoadingSpinner label={say("settings.mapping-loading")} showLabel />
      ) : shown.ok ? (
        <MappingForm {...props} answer={shown.value} />
      ) : (
        <Problem problem={shown.problem} reading={reading} onRetry={retry} />
      )}
    </Flex>
  );
}

interface MappingFormProps extends SettingsMappingProps {
  readonly answer: PropertiesAnswer;
}

function MappingForm({ mapping, actions, reading, onSaved, answer }: MappingFormProps): ReactElement {
  const { say } = reading;
  const { properties, fields } = answer;
  const [draft, setDraft] = useState(mapping);
  const [problems, setProblems] = useState<readonly MappingProblem[]>(answer.problems);
  const [busy, setBusy] = useState<"save" | "reset">();

  const save = async (next: FieldMapping, how: "save" | "reset"): Promise<void> => {
    setBusy(how);
    const saved = await askGateway<WriteAnswer>("settings/write", { mapping: next });
    setBusy(undefined);
    if (!saved.ok) return actions.addAlert({ type: "danger", message: say(`card.problem.${saved.problem}`) });
    setProblems(saved.value.problems ?? []);
    if (saved.value.problems?.length) return;
    setDraft(saved.value.settings.mapping);
    onSaved(saved.value.settings.mapping);
    actions.addAlert({
      type: "success",
      message: say(`settings.mapping-${how === "save" ? "saved" : "reset-done"}`),
    });
  };
  const faultOf = (field: string) => {
    const fault = problems.find((one) => one.field === field);
    if (!fault) return {};
    const { property } = fault;
    return { error: true, validationMessage: say(`settings.mapping-${fault.problem}`, { property }) };
  };

  return (
    <Flex direction="column" gap="sm">
      {problems.length === 0 ? null : (
        <Alert variant="danger" title={say("settings.mapping-problems", { count: problems.length })}>
          {say("settings.mapping-problems-text")}
        </Alert>
      )}
      {fields.map((field) => {
        const chosen = draft.standard?.[field.name] ?? field.property;
        return (
          <Select
            key={field.name}
            name={field.name}
            label={say(`settings.field.${field.name}`)}
            value={chosen}
            options={toOptions(properties[field.object], field.kinds, [chosen])}
            onChange={(value) => setDraft((now) => withStandard(now, field, String(value)))}
            {...faultOf(`standard.${field.name}`)}
          />
        );
      })}
      {SINGLES.map(({ name, object, kinds }) => (
        <Select
          key={name}
          name={name}
          label={say(`settings.field.${name}`)}
          description={say(`settings.field.${name}-text`)}
          value={draft[name] ?? ""}
          options={[
            { label: say("settings.mapping-none"), value: "" },
            ...toOptions(properties[object], kinds, draft[name] === undefined ? [] : [draft[name]]),
          ]}
          onChange={(value) => setDraft((now) => withSingle(now, name, String(value)))}
          {...faultOf(name)}
        />
      ))}
      {LISTS.map(({ name, object, kinds }) => {
        const chosen = (draft[name] ?? []).map(({ property }) => property);
        return (
          <MultiSelect
            key={name}
            name={name}
            label={say(`settings.field.${name}`)}
            description={say(`settings.field.${name}-text`)}
            value={chosen}
            options={toOptions(properties[object], kinds, chosen)}
            onChange={(values) =>
              setDraft((now) => withList(now, name, values.map(String), properties[object]))
            }
            {...faultOf(name)}
          />
        );
      })}
      <Flex direction="row" gap="sm">
        <LoadingButton
          variant="primary"
          loading={busy === "save"}
          disabled={busy !== undefined || JSON.stringify(draft) === JSON.stringify(mapping)}
          onClick={() => void save(draft, "save")}
        >
          {say("settings.mapping-save")}
        </LoadingButton>
        <Button variant="secondary" disabled={busy !== undefined} onClick={() => void save({}, "reset")}>
          {say("settings.mapping-reset")}
        </Button>
      </Flex>
    </Flex>
  );
}
