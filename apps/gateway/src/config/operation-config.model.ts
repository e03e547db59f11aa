/** How a gateway is operated: what it allows itself and others. */
export interface OperationConfig {
  /** How long it goes on serving after it has said at `/readyz` that it stops, so that a balancer hears of it. */
  readonly stopDelayMs: number;
  /** How long requests under way may take to finish after that. */
  readonly stopPatienceMs: number;
  /** Connections to a PostgreSQL server at once. */
  readonly connections: number;
  /** What a collector of metrics shows; undefined where only a gateway of one's own machine tells them. */
  readonly metricsToken: string | undefined;
  /** The OTLP collector that traces are sent to; undefined for none. */
  readonly tracesTo: URL | undefined;
  /** Requests of one user, and of one tenant, in a window; 0 for no limit. */
  readonly userRequests: number;
  readonly tenantRequests: number;
  /** How long that window is. */
  readonly requestSeconds: number;
  /** Requests to the API under way at once in this gateway; more are refused. 0 for no limit. */
  readonly requestsAtOnce: number;
  /** Days after which earlier states of plans are forgotten; 0 keeps them. */
  readonly historyDays: number;
  /** Days for which it is known who has looked at what; 0 keeps it. */
  readonly auditDays: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Pure.
 *
 * @returns the settings; what is wrong is added to `problems`, one line each, naming the variable
 */
export function readOperationConfig(environment: Environment, problems: string[]): OperationConfig {
  const number = (name: string, fallback: number, { least, most, unit }: Range): number => {
    const text = environment[name]?.trim() ?? "";
    if (text === "") return fallback;
    const value = Number(text);
    if (value >= least && value <= most && (unit === "seconds" || Number.isInteger(value))) return value;
    problems.push(`${name}=${text}: write ${unit}, from ${least} to ${most}.`);
    return fallback;
  };
  return {
    stopDelayMs: 1000 * number("SWEETSPOT_STOP_DELAY", 0, { least: 0, most: 300, unit: "seconds" }),
    stopPatienceMs: 1000 * number("SWEETSPOT_STOP_PATIENCE", 10, { least: 0, most: 300, unit: "seconds" }),
    connections: number("SWEETSPOT_CONNECTIONS", 10, { least: 2, most: 1000, unit: "a number" }),
    metricsToken: readToken(environment, problems),
    tracesTo: readCollector(environment, problems),
    userRequests: number("SWEETSPOT_USER_REQUESTS", 1200, PER_WINDOW),
    tenantRequests: number("SWEETSPOT_TENANT_REQUESTS", 30_000, PER_WINDOW),
    requestSeconds: number("SWEETSPOT_REQUEST_SECONDS", 60, { least: 1, most: 3600, unit: "seconds" }),
    requestsAtOnce: number("SWEETSPOT_REQUESTS_AT_ONCE", 300, AT_ONCE),
    historyDays: number("SWEETSPOT_HISTORY_DAYS", 0, DAYS),
    auditDays: number("SWEETSPOT_AUDIT_DAYS", 365, DAYS),
  };
}

interface Range {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

const PER_WINDOW: Range = { least: 0, most: 10_000_000, unit: "a number of requests" };
const AT_ONCE: Range = { least: 0, most: 100_000, unit: "a number of requests" };
const DAYS: Range = { least: 0, most: 36_500, unit: "a number of days" };

/** The token itself is never repeated in a message. */
function readToken(environment: Environment, problems: string[]): string | undefined {
  const text = environment["SWEETSPOT_METRICS_TOKEN"]?.trim() ?? "";
  if (text === "") return undefined;
  if (!/^[\w-]{20,200}$/.test(text))
    problems.push(
      "SWEETSPOT_METRICS_TOKEN: write 20 to 200 letters, digits, - or _ (openssl rand -hex 32 makes some).",
    );
  return text;
}

function readCollector(environment: Environment, problems: string[]): URL | undefined {
  const text = environment["OTEL_EXPORTER_OTLP_ENDPOINT"]?.trim() ?? "";
  if (text === "") return undefined;
  const url = URL.parse(text);
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  problems.push(
    "OTEL_EXPORTER_OTLP_ENDPOINT: write the address of a collector for OTLP over HTTP, such as http://127.0.0.1:4318.",
  );
  return undefined;
}
