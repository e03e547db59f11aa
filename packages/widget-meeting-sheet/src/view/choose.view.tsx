import { foldText, type RecordId } from "@sweetspot/contract";
import { questionText } from "@sweetspot/strategy-overlap";
import { Button, Checkbox, Dialog, newRecordId, SearchInput, useHost } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { askFromBank, toggleMessage, toggleQuestion } from "../edits/sheet-edits.model.ts";
import { bankFor, levelFor } from "../model/bank.model.ts";
import { QuestionMarks } from "./question-marks.view.tsx";
import type { SheetProps } from "./sheet.view.tsx";
import { toTextLanguage } from "./text-language.ts";
import { useText } from "./use-text.ts";

/** Questions of the whole plan, then those of the bank; what is ticked stands on the sheet at once. */
export function ChooseQuestions({ page, visit, preparation }: SheetProps): ReactNode {
  const { opened, open, edit, records, user } = page;
  const t = useText();
  const language = toTextLanguage(useHost().locale);
  const { id, fields } = visit;
  const chosen = fields.questions ?? [];
  const items = [...preparation.questions, ...preparation.offered].map((question) => ({
    id: question.gap.id,
    text: question.gap.fields.question,
    about: <QuestionMarks question={question} />,
  }));
  const bank = useMemo(
    () =>
      bankFor(fields.member, records).map((question) => ({
        question,
        text: questionText(question, language),
      })),
    [fields.member, records, language],
  );
  return (
    <Dialog open={opened === "questions"} onOpenChange={() => open(undefined)} title={t("questions.dialog")}>
      {opened === "questions" ? (
        <>
          <Choice
            items={items}
            chosen={chosen}
            search={t("questions.search")}
            none={t("questions.no-gaps")}
            onToggle={(question) => edit(toggleQuestion(id, chosen, question))}
          />
          <section className="ms-section">
            <h4>{t("bank.title")}</h4>
            <p className="ss-meta">{t("bank.hint")}</p>
            <ul className="ms-bank">
              {bank.map(({ question, text }) => (
                <li key={question.key}>
                  <Button
                    size="small"
                    tone="quiet"
                    icon="plus"
                    onClick={() =>
                      edit(
                        askFromBank(
                          { id, member: fields.member, questions: chosen },
                          { key: question.key, text },
                          { owner: fields.internalContact ?? user, level: levelFor(question, records) },
                          newRecordId,
                        ),
                      )
                    }
                  >
                    {text}
                    {question.oneToOne ? <span className="ss-meta">{t("questions.one-to-one")}</span> : null}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        </>
      ) : null}
    </Dialog>
  );
}

/** Core messages of the plan, the person's own first. */
export function ChooseMessages({ page, visit, preparation }: SheetProps): ReactNode {
  const { opened, open, edit } = page;
  const t = useText();
  const chosen = visit.fields.messages ?? [];
  const items = [...preparation.messages, ...preparation.offeredMessages].map((message) => ({
    id: message.id,
    text: message.fields.statement,
    about: null,
  }));
  return (
    <Dialog open={opened === "messages"} onOpenChange={() => open(undefined)} title={t("messages.dialog")}>
      {opened === "messages" ? (
        <Choice
          items={items}
          chosen={chosen}
          search={t("messages.search")}
          none={t("messages.no-core")}
          onToggle={(message) => edit(toggleMessage(visit.id, chosen, message))}
        />
      ) : null}
    </Dialog>
  );
}

interface ChoiceProps {
  readonly items: readonly { readonly id: RecordId; readonly text: string; readonly about: ReactNode }[];
  readonly chosen: readonly RecordId[];
  readonly search: string;
  readonly none: string;
  readonly onToggle: (id: RecordId) => void;
}

/** More than these are found by search. */
const DRAWN = 40;

function Choice({ items, chosen, search, none, onToggle }: ChoiceProps): ReactNode {
  const t = useText();
  const [text, setText] = useState("");
  const [drawn, setDrawn] = useState(DRAWN);
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const found = items.filter((item) => {
    const hay = foldText(item.text);
    return words.every((word) => hay.includes(word));
  });
  if (items.length === 0) return <p className="ss-meta">{none}</p>;
  return (
    <div className="ms-choice">
      <SearchInput label={search} value={text} onChange={setText} />
      <ul>
        {found.slice(0, drawn).map((item) => (
          <li key={item.id}>
            <Checkbox
              label={<bdi>{item.text}</bdi>}
              checked={chosen.includes(item.id)}
              onChange={() => onToggle(item.id)}
            />
            {item.about}
          </li>
        ))}
      </ul>
      {found.length === 0 ? <p className="ss-meta">{t("filter.nothing")}</p> : null}
      {found.length > drawn ? (
        <Button size="small" onClick={() => setDrawn(drawn + DRAWN)}>
          {t("choice.more", { count: Math.min(DRAWN, found.length - drawn) })}
        </Button>
      ) : null}
    </div>
  );
}
