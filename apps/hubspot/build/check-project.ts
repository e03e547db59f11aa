import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { filesIn, PLACEHOLDER } from "./write-project.ts";

/** What HubSpot's own parser lets through, or passes over in silence, and a portal would find too late. */
export function findProjectFaults(project: string): string[] {
  const source = path.join(project, "src");
  const metaFiles = filesIn(source).filter((file) => file.endsWith("-hsmeta.json"));
  const nodes = metaFiles.flatMap((file) => readNode(path.relative(source, file), file));
  const app = nodes.find(({ type }) => type === "app");
  return [
    ...nodes.flatMap((node) => placeFaults(node)),
    ...nodes.flatMap((node) => entryFaults(node, source)),
    ...uidFaults(nodes),
    ...(app ? appFaults(app) : ["There is no app-hsmeta.json of type app in src/app."]),
    ...(app ? eventFaults(app, nodes) : []),
    ...metaNameFaults(source),
    ...placeholderFaults(project),
  ];
}

interface ProjectNode {
  readonly file: string;
  readonly uid: unknown;
  readonly type: unknown;
  readonly config: Readonly<Record<string, unknown>>;
}

function readNode(file: string, at: string): ProjectNode[] {
  try {
    const { uid, type, config } = JSON.parse(readFileSync(at, "utf8")) as Partial<ProjectNode>;
    return [{ file, uid, type, config: config ?? {} }];
  } catch {
    // The parser says so itself.
    return [];
  }
}

const FOLDERS: Readonly<Record<string, string>> = {
  app: "app",
  card: "app/cards",
  settings: "app/settings",
  webhooks: "app/webhooks",
};

/** A file one folder too deep is skipped without a word. */
function placeFaults({ file, type }: ProjectNode): string[] {
  const folder = FOLDERS[String(type)];
  const actual = path.dirname(file).replaceAll(path.sep, "/");
  if (folder === undefined) return [`${file}: type "${String(type)}" is none this app has.`];
  return actual === folder ? [] : [`${file}: HubSpot looks for a ${String(type)} in src/${folder} only.`];
}

function entryFaults({ file, type, config }: ProjectNode, source: string): string[] {
  if (type === "app" || type === "webhooks") return [];
  const entry = config["entrypoint"];
  if (typeof entry !== "string") return [`${file}: entrypoint is missing.`];
  if (!entry.startsWith("/app/") || entry.includes(".."))
    return [`${file}: entrypoint "${entry}" must begin with /app/.`];
  const at = path.join(source, entry);
  if (!existsSync(at)) return [`${file}: entrypoint "${entry}" does not exist.`];
  return /\bhubspot\.extend</.test(readFileSync(at, "utf8"))
    ? []
    : [`${file}: ${entry} does not call hubspot.extend: the card would stay empty.`];
}

function uidFaults(nodes: readonly ProjectNode[]): string[] {
  const seen = new Map<string, string>();
  return nodes.flatMap(({ file, uid }) => {
    const name = String(uid);
    if (!/^[\w.-]{1,64}$/.test(name)) return [`${file}: uid "${name}" has 1 to 64 letters, digits or _ . -`];
    const other = seen.get(name);
    seen.set(name, file);
    return other === undefined ? [] : [`${file}: uid "${name}" is that of ${other} too.`];
  });
}

interface AppConfig {
  readonly distribution?: unknown;
  readonly isUserLevel?: unknown;
  readonly auth?: {
    readonly type?: unknown;
    readonly redirectUrls?: unknown;
    readonly requiredScopes?: unknown;
  };
  readonly permittedUrls?: Readonly<Record<string, unknown>>;
}

function appFaults({ file, config }: ProjectNode): string[] {
  const { distribution, isUserLevel, auth, permittedUrls }: AppConfig = config;
  const redirects = textsIn(auth?.redirectUrls);
  const kinds = ["fetch", "iframe", "img"] as const;
  const urls = [...redirects, ...kinds.flatMap((kind) => textsIn(permittedUrls?.[kind]))];
  const origin = gatewayOf(config);
  const faults: readonly (readonly [boolean, string])[] = [
    [
      distribution === "marketplace" && auth?.type !== "oauth",
      "an app for several accounts needs auth.type oauth.",
    ],
    [isUserLevel !== true, "isUserLevel must be true from the first upload: it cannot be changed later."],
    [!textsIn(auth?.requiredScopes).includes("oauth"), 'requiredScopes must hold "oauth".'],
    [redirects.length === 0, "auth.redirectUrls is empty."],
    ...urls.map(
      (url) => [!isPublic(url), `"${url}" must be an https address that is not on this machine.`] as const,
    ),
    ...(["fetch", "iframe"] as const).map(
      (kind) =>
        [
          !textsIn(permittedUrls?.[kind]).includes(origin),
          `permittedUrls.${kind} must hold the gateway's origin ${origin}.`,
        ] as const,
    ),
  ];
  return faults.filter(([wrong]) => wrong).map(([, fault]) => `${file}: ${fault}`);
}

/** Events that nobody takes: what has changed in HubSpot would be shown as it was. */
function eventFaults(app: ProjectNode, nodes: readonly ProjectNode[]): string[] {
  const events = nodes.find(({ type }) => type === "webhooks");
  if (!events) return ["There is no file of type webhooks in src/app/webhooks."];
  const { settings } = events.config as { readonly settings?: { readonly targetUrl?: unknown } };
  const target = `${gatewayOf(app.config)}/hubspot/v1/webhooks`;
  return settings?.targetUrl === target
    ? []
    : [`${events.file}: targetUrl must be the gateway's, ${target}.`];
}

const gatewayOf = ({ auth }: AppConfig): string =>
  textsIn(auth?.redirectUrls)
    .map((url) => (URL.canParse(url) ? new URL(url).origin : ""))
    .at(0) ?? "";

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];

function isPublic(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && hostname !== "localhost" && !hostname.startsWith("127.");
}

/** "card-meta.json" or "card.hsmeta.json" is no meta file to HubSpot, and nobody says so. */
const metaNameFaults = (source: string): string[] =>
  filesIn(source)
    .filter((file) => /meta\.json$/i.test(file) && !file.endsWith("-hsmeta.json"))
    .map((file) => `${path.relative(source, file)}: the name of a meta file ends in -hsmeta.json.`);

const placeholderFaults = (project: string): string[] =>
  filesIn(project)
    .filter((file) => readFileSync(file, "utf8").includes(PLACEHOLDER))
    .map((file) => `${path.relative(project, file)}: the gateway's address is still ${PLACEHOLDER}.`);
