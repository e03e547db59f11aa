import { CrmError, type CrmErrorCode, type CrmErrorMessage, fromCrmErrorMessage } from "@sweetspot/contract";

/** Salesforce's own words for a failure, wherever they stand: REST's `errorCode`, an Apex exception's text, GraphQL's `ErrorType`. */
const CODES: readonly (readonly [RegExp, CrmErrorCode])[] = [
  [/REQUEST_LIMIT_EXCEEDED|LIMIT_EXCEEDED_FOR_ORG|TooManyRequests/, "rate-limited"],
  [
    /INVALID_SESSION_ID|INVALID_AUTH_HEADER|INVALID_LOGIN|SESSION_EXPIRED|MISSING_OAUTH_TOKEN/,
    "unauthenticated",
  ],
  [/UNABLE_TO_LOCK_ROW|QUERY_TIMEOUT|SERVER_UNAVAILABLE|REQUEST_RUNNING_TOO_LONG/, "unavailable"],
  [/ENTITY_IS_DELETED|NOT_FOUND|INVALID_CROSS_REFERENCE_KEY/, "not-found"],
  [/INSUFFICIENT_ACCESS|API_DISABLED_FOR_ORG|API_CURRENTLY_DISABLED|FUNCTIONALITY_NOT_ENABLED/, "forbidden"],
  [/PRECONDITION_FAILED/, "conflict"],
  [/MALFORMED_|INVALID_FIELD|INVALID_TYPE|JSON_PARSER_ERROR/, "malformed"],
  [/InvalidSyntax|ValidationError|OperationNotSupported/, "malformed"],
  [/DataFetchingException|ExecutionAborted/, "unavailable"],
];

const STATUSES: Readonly<Record<number, CrmErrorCode>> = {
  400: "malformed",
  401: "unauthenticated",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  412: "conflict",
  429: "rate-limited",
};

/** A locked row is free again when somebody's transaction ends; Salesforce itself waits ten seconds before it says so. */
const LOCKED_MS = 1000;

/** The shapes in which hosts hand on a failure: LDS `{ status, body }`, REST `[{ errorCode, message }]`, `{ errors }`. */
interface Failure {
  readonly status?: unknown;
  readonly body?: unknown;
  readonly errors?: unknown;
  readonly message?: unknown;
  readonly errorCode?: unknown;
  readonly statusCode?: unknown;
  readonly exceptionType?: unknown;
  readonly extensions?: { readonly ErrorType?: unknown } | null;
  readonly retryAfterMs?: unknown;
}

/** Any failure of a transport as one of the seven. What Salesforce says stays out of the message: it may quote data. */
export function toCrmError(failure: unknown): CrmError {
  if (CrmError.is(failure)) return failure;
  const words = wordsOf(failure);
  const found = CODES.find(([pattern]) => pattern.test(words));
  const status = statusOf(failure);
  const code = found?.[1] ?? (status === undefined ? "unavailable" : (STATUSES[status] ?? "unavailable"));
  const retryAfterMs = words.includes("UNABLE_TO_LOCK_ROW") ? LOCKED_MS : waitOf(failure);
  return new CrmError(
    code,
    `Salesforce failed: ${found ? (found[0].exec(words)?.[0] ?? code) : (status ?? code)}.`,
    {
      cause: failure,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    },
  );
}

/** The answer of the plan service: `{ value }`, or `{ error }` in the contract's own form. */
export function readPlanAnswer(answer: unknown): unknown {
  const parsed = (typeof answer === "string" ? parse(answer) : answer) as {
    readonly value?: unknown;
    readonly error?: CrmErrorMessage;
  } | null;
  if (typeof parsed !== "object" || parsed === null || !("value" in parsed || "error" in parsed))
    throw new CrmError("unavailable", "The plan service gave no answer that can be read.");
  if (parsed.error) throw fromCrmErrorMessage(parsed.error);
  return parsed.value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CrmError("unavailable", "The plan service's answer was cut or is no JSON.", { cause });
  }
}

const isFailure = (value: unknown): value is Failure => typeof value === "object" && value !== null;

/** Codes first; the message only because Apex and LDS put the code into it. */
function wordsOf(failure: unknown): string {
  if (Array.isArray(failure)) return failure.map(wordsOf).join(" ");
  if (!isFailure(failure)) return typeof failure === "string" ? failure : "";
  const own = [
    failure.errorCode,
    failure.statusCode,
    failure.exceptionType,
    failure.extensions?.ErrorType,
    failure.message,
  ];
  const inner = [failure.body, failure.errors].map(wordsOf);
  return [...own.filter((word) => typeof word === "string"), ...inner].join(" ");
}

const statusOf = (failure: unknown): number | undefined =>
  isFailure(failure) && typeof failure.status === "number" ? failure.status : undefined;

const waitOf = (failure: unknown): number | undefined =>
  isFailure(failure) && typeof failure.retryAfterMs === "number" ? failure.retryAfterMs : undefined;
