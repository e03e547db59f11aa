/** What makes a gateway one of HubSpot's apps. */
export interface HubspotConfig {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where HubSpot sends the browser back to, as it is registered with the app. */
  readonly redirectUrl: URL;
  /** The first seals, all open. */
  readonly tokenKeys: readonly TokenKey[];
  /** HubSpot's API; another one only for tests. */
  readonly apiUrl: string;
  /** Where users agree to the app. */
  readonly consentUrl: string;
}

export interface TokenKey {
  readonly id: string;
  /** 32 bytes. */
  readonly secret: Buffer;
}

type Environment = Readonly<Record<string, string | undefined>>;

export const CALLBACK_PATH = "/hubspot/v1/oauth/callback";

/** Pages of HubSpot that show a record, one for each of its regions. */
export const HUBSPOT_PAGES: readonly string[] = ["", "-eu1", "-na2", "-na3", "-ap1", "-ca1"].map(
  (region) => `https://app${region}.hubspot.com`,
);

const REQUIRED = [
  "HUBSPOT_CLIENT_ID",
  "HUBSPOT_CLIENT_SECRET",
  "HUBSPOT_REDIRECT_URL",
  "SWEETSPOT_TOKEN_KEYS",
] as const;

/**
 * Pure. Without any of the variables the gateway serves no HubSpot; with some of them all are needed.
 *
 * @returns the settings, or undefined; what is wrong is added to `problems`, one line each, naming the variable
 */
export function readHubspotConfig(
  environment: Environment,
  publicUrl: URL | undefined,
  problems: string[],
): HubspotConfig | undefined {
  const valueOf = (name: string): string => environment[name]?.trim() ?? "";
  if (REQUIRED.every((name) => valueOf(name) === "")) return undefined;
  const before = problems.length;
  for (const name of REQUIRED)
    if (valueOf(name) === "") problems.push(`${name} is missing: HubSpot needs ${REQUIRED.join(", ")}.`);
  const redirectUrl = parseRedirectUrl(valueOf("HUBSPOT_REDIRECT_URL"), publicUrl, problems);
  const tokenKeys = parseTokenKeys(valueOf("SWEETSPOT_TOKEN_KEYS"), problems);
  const apiUrl = parseOrigin(environment, "HUBSPOT_API_URL", "https://api.hubapi.com", problems);
  const consentUrl = parseOrigin(environment, "HUBSPOT_APP_URL", "https://app.hubspot.com", problems);
  if (problems.length > before || redirectUrl === undefined) return undefined;
  return {
    clientId: valueOf("HUBSPOT_CLIENT_ID"),
    clientSecret: valueOf("HUBSPOT_CLIENT_SECRET"),
    redirectUrl,
    tokenKeys,
    apiUrl,
    consentUrl: `${consentUrl}/oauth/authorize`,
  };
}

function parseRedirectUrl(text: string, publicUrl: URL | undefined, problems: string[]): URL | undefined {
  if (text === "") return undefined;
  const problem = (words: string): undefined => void problems.push(`HUBSPOT_REDIRECT_URL=${text}: ${words}`);
  if (!URL.canParse(text)) return problem(`write the whole address, https://…${CALLBACK_PATH}.`);
  const url = new URL(text);
  if (url.protocol !== "https:" && url.hostname !== "localhost" && url.hostname !== "127.0.0.1")
    return problem("it must begin with https://.");
  if (url.pathname !== CALLBACK_PATH || url.search !== "")
    return problem(`its path must be ${CALLBACK_PATH}, as it is with HubSpot.`);
  if (publicUrl && publicUrl.origin !== url.origin)
    return problem(`it must begin with SWEETSPOT_URL, ${publicUrl.origin}.`);
  return url;
}

/** Keys themselves are never repeated in a message. */
function parseTokenKeys(text: string, problems: string[]): readonly TokenKey[] {
  if (text === "") return [];
  const keys = text.split(",").map((part) => {
    const [id = "", secret = ""] = part.trim().split(":");
    return { id, secret: Buffer.from(secret, "base64") };
  });
  const place = keys.findIndex(({ id, secret }) => !/^[\w-]{1,40}$/.test(id) || secret.length !== 32);
  if (place >= 0)
    problems.push(
      `SWEETSPOT_TOKEN_KEYS: entry ${place + 1} is no "id:key" with 32 bytes in base64 (openssl rand -base64 32).`,
    );
  if (new Set(keys.map(({ id }) => id)).size < keys.length)
    problems.push("SWEETSPOT_TOKEN_KEYS: two keys have the same id.");
  return keys;
}

function parseOrigin(environment: Environment, name: string, fallback: string, problems: string[]): string {
  const text = environment[name]?.trim() ?? "";
  if (text === "") return fallback;
  if (/^https?:\/\/[\w.-]+(:\d+)?$/.test(text)) return text;
  problems.push(`${name}=${text}: write an origin such as ${fallback}.`);
  return fallback;
}
