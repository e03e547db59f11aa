import { introduction } from "@sweetspot/plan-model";
import { Button, SegmentedControl, TextArea, usePlanLabels } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../view/use-text.ts";
import { changeDetails } from "./introduction-edits.model.ts";
import type { Introduction } from "./introduction.model.ts";
import { type Address, redraftRequest } from "./request-text.model.ts";
import type { Introductions } from "./use-introductions.ts";
import { useKnownWay } from "./use-known-way.ts";
import { LETTER_LANGUAGES, type LetterLanguage, useLetters } from "./use-letters.ts";

interface Props {
  readonly introductions: Introductions;
  readonly introduction: Introduction;
}

/** The request while nobody has been asked: to be changed by hand, or drafted anew with what is known today. */
export function RequestDraft({ introductions, introduction: one }: Props): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const letters = useLetters();
  const findWay = useKnownWay();
  const { fields } = one;
  const written = LETTER_LANGUAGES.find((language) => language === fields.requestLanguage);
  const [language, setLanguage] = useState<LetterLanguage>(written ?? letters.own);
  const [address, setAddress] = useState<Address>("familiar");
  const [drafting, setDrafting] = useState(false);
  const { edit, memberName } = introductions;
  const redraft = async (): Promise<void> => {
    setDrafting(true);
    const known = await findWay(fields);
    setDrafting(false);
    const starter = memberName(fields.starter);
    const requestText = redraftRequest({ fields, starter, address, known }, letters.in(language));
    edit(changeDetails(one.id, { requestText, requestLanguage: language }));
  };
  return (
    <>
      <TextArea
        label={labels.field(introduction, "requestText").label}
        rows={8}
        value={fields.requestText ?? ""}
        maxLength={introduction.fields.requestText.max}
        onCommit={(requestText) => edit(changeDetails(one.id, { requestText }))}
      />
      <div className="rb-letter-bar">
        <SegmentedControl<LetterLanguage>
          label={labels.field(introduction, "requestLanguage").label}
          size="small"
          value={language}
          options={LETTER_LANGUAGES.map((value) => ({ value, label: letters.nameOf(value) }))}
          onChange={setLanguage}
        />
        <SegmentedControl<Address>
          label={t("start.address")}
          size="small"
          value={address}
          options={[
            { value: "familiar", label: t("start.familiar") },
            { value: "formal", label: t("start.formal") },
          ]}
          onChange={setAddress}
        />
        <Button size="small" tone="quiet" icon="undo" disabled={drafting} onClick={() => void redraft()}>
          {t("start.redraft")}
        </Button>
      </div>
    </>
  );
}
