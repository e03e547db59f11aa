import type { ReactElement } from "react";
import type { Problem as ProblemName } from "./gateway.ts";
import { GATEWAY } from "./gateway-address.ts";
import { Button, ErrorState, Flex, Link, Text } from "./sdk.ts";
import type { Reading } from "./texts.ts";

export interface ProblemProps {
  readonly problem: ProblemName;
  readonly reading: Reading;
  readonly onRetry: () => void;
  readonly place?: "tab" | "sidebar";
}

/** Why nothing can be shown, and what to do about it. */
export function Problem({ problem, reading, onRetry, place }: ProblemProps): ReactElement {
  const locked = problem === "forbidden" || problem === "disconnected";
  return (
    <ErrorState title={reading.say(`card.problem-title.${problem}`)} type={locked ? "lock" : "error"}>
      <Flex direction="column" gap="sm" align={place === "sidebar" ? "stretch" : "start"}>
        <Text>{reading.say(`card.problem.${problem}`)}</Text>
        {problem === "disconnected" ? (
          <Link href={{ url: `${GATEWAY}/hubspot/v1/install`, external: true }}>
            {reading.say("card.connect")}
          </Link>
        ) : null}
        {problem === "forbidden" ? null : (
          <Button variant="secondary" size="sm" onClick={onRetry}>
            {reading.say("card.retry")}
          </Button>
        )}
      </Flex>
    </ErrorState>
  );
}
