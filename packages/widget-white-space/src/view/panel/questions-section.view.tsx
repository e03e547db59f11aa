import { Button, DateInput, newRecordId, Select, TextInput, useTeamChoices } from "@sweetspot/widget-kit";
import { cellId, knowledgeGap } from "@sweetspot/plan-model";
import type { Question } from "@sweetspot/white-space";
import { type GapRecord, openQuestions } from "@sweetspot/white-space-plan";
import type { ReactNode } from "react";
import {
  addKnowledgeGap,
  answerKnowledgeGap,
  type Assessment,
  changeAssessment,
} from "../../edits/cell-edits.model.ts";
import { planEdit, putOf } from "../../edits/edit.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** Where there is too little evidence: questions to answer now, or to keep with an owner until somebody knows. */
export function QuestionsSection(): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { plan, edit, eyes, writable } = workspace;
  const t = useText();
  const gaps = plan.gaps.filter((gap) => gap.fields.cell === cellId(ref.area, ref.offering));
  const values = { area: text.name(cell.area), offering: text.name(cell.offering) };
  const wording = (question: Question): string => t(`question.${question}`, values);
  const kept = new Set(gaps.map((gap) => gap.fields.question));
  const questions = openQuestions(cell).filter((question) => !kept.has(wording(question)));
  if (questions.length === 0 && gaps.length === 0) return null;
  const answer = (assessment: Assessment): void => edit(changeAssessment(plan.cells, ref, assessment));
  const answersTo = (question: Question): readonly (readonly [string, Assessment])[] => {
    switch (question) {
      case "no-need":
        return [[t("question.no-need.yes"), { absenceReason: "no-need" }]];
      case "competitor":
        return [[t("question.competitor.yes"), { absenceReason: "competitor" }]];
      case "never-proposed":
        return [
          [t("answer.yes"), { proposed: "yes" }],
          [t("answer.no"), { proposed: "no", absenceReason: "not-addressed" }],
        ];
    }
  };
  return (
    <section className="ws-section">
      <h4 className="ws-section-title">{t("question.title")}</h4>
      <ul className="ws-questions">
        {questions.map((question) => (
          <li key={question}>
            <p>
              <span className="ws-query" aria-hidden="true">
                ?
              </span>
              {wording(question)}
            </p>
            {writable ? (
              <p className="ws-actions">
                {answersTo(question).map(([label, assessment]) => (
                  <Button key={label} size="small" onClick={() => answer(assessment)}>
                    {label}
                  </Button>
                ))}
                <Button
                  size="small"
                  tone="quiet"
                  onClick={() =>
                    edit(
                      addKnowledgeGap(
                        plan.cells,
                        ref,
                        { question: wording(question), owner: eyes.user },
                        newRecordId,
                      ),
                    )
                  }
                >
                  {t("question.keep")}
                </Button>
              </p>
            ) : null}
          </li>
        ))}
        {gaps.map((gap) => (
          <KeptQuestion key={gap.id} gap={gap} />
        ))}
      </ul>
    </section>
  );
}

/** A question somebody finds out about: who, by when, and what it turned out to be. */
function KeptQuestion({ gap }: { readonly gap: GapRecord }): ReactNode {
  const { edit, writable } = useOpenedCell().workspace;
  const t = useText();
  const { question, owner, due, answer, source } = gap.fields;
  const people = useTeamChoices(owner);
  const limits = knowledgeGap.fields;
  const put = (fields: Parameters<typeof putOf>[2]): void =>
    edit(planEdit("knowledge-gap-assigned", [putOf("knowledge-gap", gap.id, fields)]));
  return (
    <li className="ws-kept" data-answered={answer === undefined ? undefined : true}>
      <p>
        <span className="ws-query" aria-hidden="true">
          {answer === undefined ? "?" : "✓"}
        </span>
        <strong>{question}</strong>
      </p>
      <div className="ws-fields">
        <Select
          label={t("question.owner")}
          value={owner}
          options={people}
          onChange={(id) => put({ owner: id })}
          disabled={!writable}
        />
        <DateInput
          label={t("question.due")}
          value={due}
          onCommit={(day) => put({ due: day })}
          disabled={!writable}
        />
        <TextInput
          label={t("question.answer")}
          value={answer ?? ""}
          onCommit={(words) => edit(answerKnowledgeGap(gap.id, words, source))}
          maxLength={limits.answer.max}
          disabled={!writable}
        />
        <TextInput
          label={t("question.source")}
          value={source ?? ""}
          onCommit={(words) => edit(answerKnowledgeGap(gap.id, answer ?? "", words))}
          maxLength={limits.source.max}
          disabled={!writable}
        />
      </div>
      {writable ? (
        <Button
          size="small"
          tone="quiet"
          icon="trash"
          onClick={() => edit(planEdit("knowledge-gap-removed", [], [gap.id]))}
        >
          {t("question.drop")}
        </Button>
      ) : null}
    </li>
  );
}
