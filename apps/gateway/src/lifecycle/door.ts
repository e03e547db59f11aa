import { CrmError, toCrmErrorMessage } from "@sweetspot/contract";

export type Answer = (request: Request) => Response | Promise<Response>;

/** Stands between the port and the routes, from the moment the port is taken until it is given back. */
export interface Door {
  readonly answer: Answer;
  open(serve: Answer): void;
  /** Goes on serving, but tells balancers at `/readyz` to send nobody any more. */
  announceStop(): void;
  /** Serves those inside to the end, and nobody else. */
  shut(): void;
}

/** @param whileStarting answers before there is anything to serve */
export function createDoor(whileStarting: Answer): Door {
  let serve = whileStarting;
  let stopping = false;
  let open = true;
  return {
    answer: (request) => {
      if (stopping && new URL(request.url).pathname === "/readyz") return answerNotReady();
      return open ? serve(request) : refuse();
    },
    open(answer) {
      serve = answer;
    },
    announceStop() {
      stopping = true;
    },
    shut() {
      stopping = true;
      open = false;
    },
  };
}

const answerNotReady = (): Response =>
  Response.json({ status: "stopping" }, { status: 503, headers: { Connection: "close" } });

/** On a connection that is still open. Whoever repeats the request comes to another gateway. */
function refuse(): Response {
  const error = new CrmError("unavailable", "This gateway is stopping.", { retryAfterMs: 1000 });
  return Response.json(
    { error: toCrmErrorMessage(error) },
    { status: 503, headers: { Connection: "close", "Retry-After": "1" } },
  );
}
