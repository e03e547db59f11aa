import { Button, Combobox, Chip, Menu, newRecordId, Select, TextInput } from "@sweetspot/widget-kit";
import { TEXT_LANGUAGES } from "@sweetspot/strategy-overlap";
import type { ReactNode } from "react";
import {
  addVariant,
  changeProposition,
  chooseVariant,
  removeVariant,
  renameProposition,
} from "../edits/proposition-edits.model.ts";
import { toStorable } from "../model/writing.model.ts";
import type { OpenProposition } from "./opened.model.ts";
import { useText } from "./use-text.ts";
import { toTextLanguage, type Workspace } from "./use-workspace.ts";

interface VariantBarProps {
  readonly workspace: Workspace;
  readonly opened: OpenProposition;
}

/** The wordings of one proposition: which is told, another one, all side by side. */
export function VariantBar({ workspace, opened }: VariantBarProps): ReactNode {
  const { dispatch, edit, writable } = workspace;
  const { group, proposition } = opened;
  const t = useText();
  const isTold = proposition === group.told;
  const letter = (index: number): string => String.fromCodePoint(65 + (index % 26));
  const add = (): void => {
    const id = newRecordId("value-proposition");
    const name = t("variant.name", { name: group.told.fields.name, letter: letter(group.variants.length) });
    if (edit(addVariant(group, proposition, name, () => id)))
      dispatch({ kind: "variant-opened", variant: id });
  };
  return (
    <fieldset className="vp-row vp-wordings" aria-label={t("variant.label")}>
      {group.variants.length > 1
        ? group.variants.map((one, index) => (
            <Button
              key={one.id}
              size="small"
              pressed={one === proposition}
              aria-label={t(index === 0 ? "variant.told-letter" : "variant.letter", {
                letter: letter(index),
              })}
              onClick={() => dispatch({ kind: "variant-opened", variant: one.id })}
            >
              {letter(index)}
            </Button>
          ))
        : null}
      {group.variants.length > 1 && isTold ? (
        <Chip tone="good" icon="check">
          {t("variant.told")}
        </Chip>
      ) : null}
      {writable && !isTold ? (
        <Button
          size="small"
          tone="primary"
          icon="check"
          onClick={() => edit(chooseVariant(group, proposition.id))}
        >
          {t("variant.choose")}
        </Button>
      ) : null}
      {group.variants.length > 1 ? (
        <Button
          size="small"
          tone="quiet"
          icon="swap"
          onClick={() => dispatch({ kind: "dialog-opened", dialog: "compare" })}
        >
          {t("variant.compare")}
        </Button>
      ) : null}
      {writable ? (
        <Button size="small" tone="quiet" icon="plus" onClick={add}>
          {t("variant.add")}
        </Button>
      ) : null}
      {writable ? (
        <Menu
          trigger={
            <Button size="small" tone="quiet" icon="more">
              <span className="ss-hidden">{t("variant.more")}</span>
            </Button>
          }
          items={[
            {
              id: "remove",
              icon: "trash",
              tone: "danger",
              label: t(group.variants.length > 1 ? "variant.remove" : "proposition.remove"),
              onSelect: () => {
                edit(removeVariant(group, proposition.id));
                if (group.variants.length === 1) dispatch({ kind: "list-opened" });
              },
            },
          ]}
        />
      ) : null}
    </fieldset>
  );
}

/** What is said about the open wording: its name, its language, the offerings it is about. */
export function About({ workspace, opened }: VariantBarProps): ReactNode {
  const { edit, writable, language } = workspace;
  const { proposition } = opened;
  const t = useText();
  if (!writable) return <h3 dir="auto">{proposition.fields.name}</h3>;
  return (
    <div className="vp-about">
      <TextInput
        label={t("proposition.name")}
        value={proposition.fields.name}
        maxLength={120}
        onCommit={(name) => edit(renameProposition(proposition.id, toStorable(name)))}
      />
      <Select
        label={t("proposition.language")}
        value={toTextLanguage(proposition.fields.language) ?? language}
        options={TEXT_LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        onChange={(value) => edit(changeProposition(proposition.id, { language: value }))}
      />
      <Offerings workspace={workspace} opened={opened} />
    </div>
  );
}

/** What of ours it is about; proofs for these come first. */
function Offerings({ workspace, opened }: VariantBarProps): ReactNode {
  const { story, edit } = workspace;
  const { proposition } = opened;
  const t = useText();
  const chosen = proposition.fields.offerings ?? [];
  const name = (id: string): string => story.offerings.find((one) => one.id === id)?.fields.name ?? "–";
  return (
    <div className="vp-offerings">
      <Combobox
        label={t("proposition.offerings")}
        placeholder={t("proposition.add-offering")}
        value={undefined}
        options={story.offerings
          .filter(({ id, fields }) => fields.retired !== true && !chosen.includes(id))
          .map(({ id, fields }) => ({ value: id, label: fields.name }))}
        onChange={(id) => {
          if (id !== undefined)
            edit(changeProposition(proposition.id, { offerings: [...chosen, id].slice(0, 50) }));
        }}
      />
      {chosen.length > 0 ? (
        <p className="vp-row">
          {chosen.map((id) => (
            <Chip
              key={id}
              removeLabel={name(id)}
              onRemove={() =>
                edit(changeProposition(proposition.id, { offerings: chosen.filter((one) => one !== id) }))
              }
            >
              {name(id)}
            </Chip>
          ))}
        </p>
      ) : null}
    </div>
  );
}
