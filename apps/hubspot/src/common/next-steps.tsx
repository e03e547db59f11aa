import type { SummaryStep } from "@sweetspot/contract";
import type { ReactElement } from "react";
import {
  Flex,
  Heading,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface NextStepsProps {
  readonly steps: readonly SummaryStep[];
  readonly reading: Reading;
  readonly place: "tab" | "sidebar";
}

/** What is due next, over all widgets: as a table where there is room. */
export function NextSteps({ steps, reading, place }: NextStepsProps): ReactElement {
  const sorted = steps.toSorted((one, other) => ((one.due ?? "9999") < (other.due ?? "9999") ? -1 : 1));
  if (place === "sidebar")
    return (
      <Flex direction="column" gap="xs">
        <Heading inline>{reading.say("card.next-step")}</Heading>
        {sorted.map((step) => (
          <Flex key={keyOf(step)} direction="column" gap="flush">
            <Text>{step.text}</Text>
            <Text variant="microcopy">{step.about.join(" › ")}</Text>
            <Due step={step} reading={reading} />
          </Flex>
        ))}
      </Flex>
    );
  return (
    <Table density="condensed" bordered>
      <TableHead>
        <TableRow>
          <TableHeader>{reading.say("card.next-step")}</TableHeader>
          <TableHeader>{reading.say("card.step-about")}</TableHeader>
          <TableHeader width="min">{reading.say("card.step-due")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {sorted.map((step) => (
          <TableRow key={keyOf(step)}>
            <TableCell>{step.text}</TableCell>
            <TableCell>{step.about.join(" › ")}</TableCell>
            <TableCell>
              <Due step={step} reading={reading} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Due({ step, reading }: { readonly step: SummaryStep; readonly reading: Reading }): ReactElement {
  if (step.due === undefined) return <Text>{reading.say("card.due-open")}</Text>;
  const late = step.due < reading.today;
  const key = late ? "card.overdue" : "card.due";
  return (
    <StatusTag variant={late ? "danger" : "info"}>
      {reading.say(key, { day: reading.day(step.due) })}
    </StatusTag>
  );
}

const keyOf = ({ about, text }: SummaryStep): string => [...about, text].join("\n");
