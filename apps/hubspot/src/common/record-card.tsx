import { type ReactElement, useMemo } from "react";
import { MergeNotice } from "./merge-notice.tsx";
import { NextSteps } from "./next-steps.tsx";
import { Problem } from "./problem.tsx";
import {
  Alert,
  Divider,
  EmptyState,
  Flex,
  LoadingSpinner,
  type RecordActions,
  type RecordContext,
  Text,
} from "./sdk.ts";
import { createReading } from "./texts.ts";
import { useLaunch } from "./use-launch.ts";
import { useSummaries } from "./use-summaries.ts";
import { WidgetSection } from "./widget-section.tsx";
import { CARD_TEXTS, SUMMARY_TEXTS, WIDGETS } from "./widgets.gen.ts";

export interface RecordCardProps {
  readonly context: RecordContext;
  readonly actions: RecordActions;
  readonly object: "company" | "deal";
  readonly place: "tab" | "sidebar";
}

/** The account plan of a record in a few figures, and the way into each widget. */
export const RecordCard = (props: RecordCardProps): ReactElement => (
  <PlanOfRecord key={props.context.crm.objectId} {...props} />
);

function PlanOfRecord({ context, actions, object, place }: RecordCardProps): ReactElement {
  const locale = context.user.locale ?? context.user.language;
  const reading = useMemo(() => createReading(locale, CARD_TEXTS, SUMMARY_TEXTS), [locale]);
  const objectId = String(context.crm.objectId);
  const record = useMemo(() => ({ objectType: object, objectId }), [object, objectId]);
  const { state, reload } = useSummaries(record);
  const { opening, open } = useLaunch({ record, reading, actions, onClosed: reload });
  if (state.kind === "loading")
    return <LoadingSpinner label={reading.say("card.loading")} showLabel layout="centered" />;
  if (state.kind === "failed" && state.problem === "missing" && object === "deal")
    return (
      <EmptyState title={reading.say("card.no-company")} layout="vertical" imageName="companies">
        <Text>{reading.say("card.no-company-text")}</Text>
      </EmptyState>
    );
  if (state.kind === "failed")
    return <Problem problem={state.problem} reading={reading} onRetry={reload} place={place} />;
  const { answer, stale } = state;
  if (answer.state === "connect")
    return <Problem problem="disconnected" reading={reading} onRetry={reload} place={place} />;
  const shown = WIDGETS.filter(
    ({ id, objects }) => objects.includes(object) && !(answer.off ?? []).includes(id),
  );
  if (shown.length === 0)
    return (
      <EmptyState title={reading.say("card.all-off")} layout="vertical" imageName="components">
        <Text>{reading.say("card.all-off-text")}</Text>
      </EmptyState>
    );
  const steps = shown.flatMap(({ id }) => answer.summaries[id]?.nextStep ?? []);
  return (
    <Flex direction="column" gap="md">
      {(answer.merges ?? []).map((choice) => (
        <MergeNotice
          key={choice.gone}
          choice={choice}
          record={record}
          actions={actions}
          reading={reading}
          onChosen={reload}
        />
      ))}
      {(answer.lost ?? []).map(({ at, records }) => (
        <Alert key={at} variant="danger" title={reading.say("card.lost")}>
          {reading.say("card.lost-text", { day: reading.day(at), count: records })}
        </Alert>
      ))}
      {stale ? <Alert title={reading.say("card.stale")} variant="info" /> : null}
      {/* First: below eight widgets nobody would find what is due. */}
      {steps.length > 0 ? (
        <>
          <NextSteps steps={steps} reading={reading} place={place} />
          <Divider />
        </>
      ) : null}
      {shown.map((widget, index) => (
        <Flex key={widget.id} direction="column" gap="sm">
          {index > 0 ? <Divider /> : null}
          <WidgetSection
            widget={widget}
            summary={answer.summaries[widget.id]}
            reading={reading}
            place={place}
            opening={opening === widget.id}
            onOpen={open}
          />
        </Flex>
      ))}
    </Flex>
  );
}
