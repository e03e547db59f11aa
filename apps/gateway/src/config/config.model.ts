import path from "node:path";
import { HUBSPOT_PAGES, type HubspotConfig, readHubspotConfig } from "../hubspot/hubspot-config.model.ts";
import { type LogLevel, LOG_LEVELS } from "../operation/log.ts";
import { type OperationConfig, readOperationConfig } from "./operation-config.model.ts";

/** Everything a gateway is told at its start. */
export interface GatewayConfig {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where the embedded database and uploads lie; absolute. */
  readonly dataFolder: string;
  /** A PostgreSQL server instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  /** The first start loads no demo company. */
  readonly empty: boolean;
  /** The address people use where a proxy stands in front; undefined without one. */
  readonly publicUrl: URL | undefined;
  /** Origins whose pages may embed the frame. */
  readonly frameAncestors: readonly string[];
  readonly logLevel: LogLevel;
  /** The app this gateway is in HubSpot; undefined where it is none. */
  readonly hubspot: HubspotConfig | undefined;
  readonly operation: OperationConfig;
}

/** A setting that cannot be used. The message names the variable and the remedy. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment and the command line.
 *
 * @throws ConfigError that lists everything that is wrong, one line each
 */
export function readConfig(
  environment: Environment,
  parameters: readonly string[],
  folder: string,
): GatewayConfig {
  const problems: string[] = [];
  const read = <T>(name: string, fallback: T, parse: (text: string) => T | string): T => {
    const text = environment[name]?.trim();
    if (text === undefined || text === "") return fallback;
    const value = parse(text);
    if (typeof value !== "string" || typeof fallback === "string") return value as T;
    // The address of a database holds its password.
    problems.push(name === "DATABASE_URL" ? `${name}: ${value}` : `${name}=${text}: ${value}`);
    return fallback;
  };
  const unknown = parameters.filter((parameter) => parameter !== "--empty");
  if (unknown.length > 0) problems.push(`Unknown option ${unknown.join(" ")}. There is only --empty.`);

  const databaseUrl = read<{ url: string } | undefined>("DATABASE_URL", undefined, parseDatabaseUrl)?.url;
  const publicUrl = read<URL | undefined>("SWEETSPOT_URL", undefined, parseWebUrl);
  const hubspot = readHubspotConfig(environment, publicUrl, problems);
  const config: GatewayConfig = {
    port: read("PORT", 4173, parsePort),
    host: read("HOST", "127.0.0.1", (text) => text),
    dataFolder: path.resolve(
      folder,
      read("SWEETSPOT_DATA", ".data", (text) => text),
    ),
    databaseUrl,
    empty: parameters.includes("--empty") || read("SWEETSPOT_EMPTY", false, parseFlag),
    publicUrl: publicUrl ?? (hubspot && new URL(hubspot.redirectUrl.origin)),
    frameAncestors: read<readonly string[]>(
      "SWEETSPOT_FRAME_ANCESTORS",
      hubspot ? HUBSPOT_PAGES : [],
      parseOrigins,
    ),
    logLevel: read<{ level: LogLevel }>("SWEETSPOT_LOG", { level: "warn" }, parseLevel).level,
    hubspot,
    operation: readOperationConfig(environment, problems),
  };
  if (problems.length > 0) throw new ConfigError(problems.join("\n"));
  return config;
}

/**
 * May anybody who reaches the gateway choose who they are? Only on a machine of one's own: not where a proxy hands on
 * what comes from elsewhere.
 */
export const isWorkbench = ({ host, publicUrl }: GatewayConfig): boolean =>
  isLoopback(host) && (publicUrl === undefined || isLoopback(publicUrl.hostname));

export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

function parsePort(text: string): number | string {
  const port = Number(text);
  return Number.isInteger(port) && port >= 0 && port <= 65_535
    ? port
    : "a port is a number from 0 (any free one) to 65535.";
}

function parseFlag(text: string): boolean | string {
  if (["1", "true", "yes"].includes(text.toLowerCase())) return true;
  if (["0", "false", "no"].includes(text.toLowerCase())) return false;
  return "write true or false.";
}

function parseDatabaseUrl(text: string): { url: string } | string {
  return /^postgres(ql)?:\/\/./.test(text) ? { url: text } : "write postgres://user:password@host:5432/name.";
}

function parseWebUrl(text: string): URL | string {
  if (!URL.canParse(text)) return "write the whole address, for example https://plans.example.com.";
  const url = new URL(text);
  return url.protocol === "https:" || url.protocol === "http:"
    ? url
    : "it must begin with https:// or http://.";
}

function parseOrigins(text: string): readonly string[] | string {
  const origins = text.split(/[\s,]+/);
  const wrong = origins.find((origin) => !/^https?:\/\/(\*\.)?[\w.-]+(:\d+)?$/.test(origin));
  return wrong === undefined ? origins : `"${wrong}" is no origin such as https://app.hubspot.com.`;
}

function parseLevel(text: string): { level: LogLevel } | string {
  const level = LOG_LEVELS.find((known) => known === text);
  return level ? { level } : `write one of ${LOG_LEVELS.join(", ")}.`;
}
