import { introduction } from "@sweetspot/plan-model";
import {
  Button,
  Combobox,
  DateInput,
  Dialog,
  Icon,
  TextInput,
  usePlanLabels,
  useTeamChoices,
  useToast,
} from "@sweetspot/widget-kit";
import { newRecordId } from "@sweetspot/widget-kit";
import { type ReactNode, useCallback } from "react";
import type { Bridge } from "../view/use-bridge.ts";
import { useText } from "../view/use-text.ts";
import { AskingHints } from "./asking-hints.view.tsx";
import { CrmTask } from "./crm-task.view.tsx";
import {
  askAgain,
  changeDetails,
  type Details,
  removeIntroduction,
  stepBack,
  type StepRecord,
  takeStep,
} from "./introduction-edits.model.ts";
import {
  type Introduction,
  type IntroductionState,
  isDirect,
  needsOf,
  stateBefore,
} from "./introduction.model.ts";
import { NextStepForm } from "./next-step.view.tsx";
import { nextValues, sayEnd } from "./next-words.model.ts";
import { OtherSteps } from "./other-steps.view.tsx";
import { PartnerChoice } from "./partner-choice.view.tsx";
import { partnerName } from "./partner-name.model.ts";
import { PastSteps } from "./past-steps.view.tsx";
import { RequestDraft } from "./request-draft.view.tsx";
import type { Introductions } from "./use-introductions.ts";
import { WayLine } from "./way-line.view.tsx";

export interface DetailProps {
  readonly page: Bridge;
  readonly introductions: Introductions;
  readonly introduction: Introduction;
  readonly step: (to: IntroductionState, recorded: StepRecord) => void;
}

/** One introduction: what to do now, what to say, why we believe in it and what happened so far. */
export function IntroductionDetail(props: Omit<DetailProps, "step">): ReactNode {
  const { page, introductions, introduction: one } = props;
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const { fields, next } = one;
  const { today, edit, writable } = introductions;
  const step = useCallback(
    (to: IntroductionState, recorded: StepRecord) => {
      if (edit(takeStep(one, to, recorded, today)))
        toast({
          text: t("introduction.moved", { state: labels.choice(introduction, "state", to) }),
          undo: true,
        });
    },
    [edit, one, today, toast, t, labels],
  );
  const all: DetailProps = { ...props, step };
  const names = fields.wayNames ?? [];
  return (
    <Dialog
      open
      place="side"
      size="large"
      onOpenChange={() => page.showIntroduction(undefined)}
      eyebrow={t("detail.eyebrow")}
      title={fields.targetName}
      {...(writable ? { footer: <Foot {...all} /> } : {})}
    >
      {names.length > 1 ? <WayLine names={names} /> : null}
      {needsOf(fields).length > 0 ? (
        <p className="rb-notice" data-bad>
          <Icon name="alert" size="small" />
          <span>{t("detail.unproven")}</span>
        </p>
      ) : null}
      <section className="rb-part rb-intro-now">
        <h3>{next === undefined ? sayEnd(fields, labels) : t(`next.${next}`, nextValues(fields))}</h3>
        {next === "ask" ? (
          <AskingHints
            introductions={introductions}
            goBetween={fields.goBetween}
            name={fields.goBetweenName ?? ""}
            but={one.id}
          />
        ) : null}
        {writable ? (
          <>
            {/* Another step is another form: nothing half-written goes from one to the next. */}
            <NextStepForm key={next} {...all} />
            <OtherSteps key={one.state} {...all} />
            <CrmTask {...all} />
          </>
        ) : (
          <p className="ss-meta">{t("detail.read-only")}</p>
        )}
      </section>
      <About {...all} />
      <PastSteps fields={fields} />
      {fields.grounds === undefined ? null : (
        <section className="rb-part">
          <h3>{labels.field(introduction, "grounds").label}</h3>
          <p className="rb-told" dir="auto">
            {fields.grounds}
          </p>
        </section>
      )}
    </Dialog>
  );
}

const LIMITS = introduction.fields;

function About({ introductions, introduction: one }: DetailProps): ReactNode {
  const labels = usePlanLabels();
  const { fields, next } = one;
  const { edit, writable, memberName, library } = introductions;
  const team = useTeamChoices(fields.starter);
  const change = (details: Details): void => void edit(changeDetails(one.id, details));
  const label = (name: keyof typeof LIMITS): string => labels.field(introduction, name).label;
  const isAsked = !isDirect(fields) && fields.goBetweenName !== undefined;
  if (!writable)
    return (
      <section className="rb-part">
        <dl className="rb-intro-facts">
          {[
            [label("occasion"), fields.occasion],
            [label("starter"), memberName(fields.starter)],
            [label("partner"), partnerName(library, fields.partner)],
            [label("requestText"), fields.requestText],
          ].map(([name, text]) =>
            text ? (
              <div key={name}>
                <dt className="ss-label">{name}</dt>
                <dd className="rb-told" dir="auto">
                  {text}
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </section>
    );
  return (
    <section className="rb-part">
      <TextInput
        label={label("occasion")}
        value={fields.occasion ?? ""}
        maxLength={LIMITS.occasion.max}
        onCommit={(occasion) => change({ occasion })}
      />
      <div className="rb-intro-fields">
        <Combobox
          label={label("starter")}
          value={fields.starter}
          options={team}
          onChange={(starter) => {
            if (starter !== undefined) change({ starter });
          }}
        />
        {next === undefined ? null : (
          <DateInput
            label={label("nextStepDue")}
            value={fields.nextStepDue}
            onCommit={(nextStepDue) => change({ nextStepDue })}
          />
        )}
      </div>
      <PartnerChoice introductions={introductions} introduction={one} />
      {isAsked && one.state === "candidate" ? (
        <RequestDraft introductions={introductions} introduction={one} />
      ) : isAsked && fields.requestText !== undefined ? (
        <details>
          <summary className="ss-label">{label("requestText")}</summary>
          <p className="rb-told" dir="auto">
            {fields.requestText}
          </p>
        </details>
      ) : null}
    </section>
  );
}

function Foot({ page, introductions, introduction: one }: DetailProps): ReactNode {
  const t = useText();
  const toast = useToast();
  const { edit, today } = introductions;
  return (
    <>
      {one.state === "not-usable" ? (
        <Button
          onClick={() => {
            const again = askAgain(one, today, newRecordId);
            if (edit(again.edit)) page.showIntroduction(again.id);
          }}
        >
          {t("detail.again")}
        </Button>
      ) : null}
      {stateBefore(one.fields) === undefined ? null : (
        <Button tone="quiet" icon="undo" onClick={() => edit(stepBack(one, today))}>
          {t("detail.back")}
        </Button>
      )}
      <Button
        tone="quiet"
        icon="trash"
        onClick={() => {
          page.showIntroduction(undefined);
          if (edit(removeIntroduction(one.id))) toast({ text: t("introduction.removed"), undo: true });
        }}
      >
        {t("detail.remove")}
      </Button>
    </>
  );
}
