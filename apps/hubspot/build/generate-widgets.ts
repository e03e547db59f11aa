import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const LANGUAGES = ["en", "de", "id"] as const;

/** Compiles one language's ICU messages; given from outside, because this package stands apart from the workspace. */
export type CompileCatalog = (source: string, file: string) => Readonly<Record<string, unknown>>;

export interface GenerateOptions {
  /** This app's folder. */
  readonly app: string;
  /** Paths of the `widget.json` of every widget on the cards, in their order; `locales/` stands beside each. */
  readonly manifests: readonly string[];
  readonly compile: CompileCatalog;
}

const OBJECTS: Readonly<Record<string, string>> = { account: "company", opportunity: "deal" };

/** Writes `src/common/widgets.gen.ts`: which widgets there are, and every text a card or the settings can show. */
export function generateWidgets({ app, manifests, compile }: GenerateOptions): void {
  const widgets = manifests.map((file) => toWidget(file));
  const own = textsOf(path.join(app, "locales"), compile);
  const summaries = manifests.map((file, index) => {
    const texts = textsOf(path.join(path.dirname(file), "locales"), compile);
    const id = widgets[index]?.id ?? "";
    return mapTexts(texts, (key) => (key.startsWith("summary.") ? `${id}:${key}` : undefined));
  });
  const isCommon = (key: string): boolean => /^card\.(problem|connect|retry)/.test(key);
  const pick = (chosen: (key: string) => boolean): Texts =>
    mapTexts(own, (key) => (chosen(key) ? key : undefined));
  const write = (name: string, type: string, value: unknown): string =>
    `export const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;
  const source = [
    "// Written by `npm run package:hubspot` out of the widgets’ declarations and the locales; not by hand.\n",
    HEAD,
    write("WIDGETS", "readonly CardWidget[]", widgets),
    write("COMMON_TEXTS", "Texts", pick(isCommon)),
    write(
      "CARD_TEXTS",
      "Texts",
      pick((key) => key.startsWith("card.") && !isCommon(key)),
    ),
    write(
      "SETTINGS_TEXTS",
      "Texts",
      pick((key) => key.startsWith("settings.")),
    ),
    write("SUMMARY_TEXTS", "Texts", merge(summaries)),
  ].join("\n");
  const file = path.join(app, "src/common/widgets.gen.ts");
  // Left alone where nothing is new: somebody else may be building from it at this moment.
  if (!existsSync(file) || readFileSync(file, "utf8") !== source) writeFileSync(file, source);
}

const HEAD = `/** A compiled ICU message: text, or text and places for values. */
export type Message = string | readonly MessagePart[];
export type MessagePart =
  | string
  | readonly [name: string, kind?: string, choices?: Readonly<Record<string, Message>>];
export type Messages = Readonly<Record<string, Message>>;
type Texts = Readonly<Record<"en" | "de" | "id", Messages>>;

export interface CardWidget {
  readonly id: string;
  readonly titles: Readonly<Record<"en" | "de" | "id", string>>;
  readonly objects: readonly string[];
}

/** Where SUMMARY_TEXTS keeps a message of a widget. */
export const summaryKey = (widget: string, key: string): string => \`\${widget}:\${key}\`;
`;

type Texts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Manifest {
  readonly id: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly recordTypes: readonly string[];
}

function toWidget(file: string): { id: string; titles: Record<string, string>; objects: string[] } {
  const { id, titles, recordTypes } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const english = titles["en"];
  if (english === undefined)
    throw new Error(`${file}: titles.en is missing. Every widget has an English title.`);
  return {
    id,
    titles: Object.fromEntries(LANGUAGES.map((language) => [language, titles[language] ?? english])),
    objects: recordTypes.flatMap((type) => OBJECTS[type] ?? []),
  };
}

const textsOf = (folder: string, compile: CompileCatalog): Texts =>
  Object.fromEntries(
    LANGUAGES.map((language) => {
      const file = path.join(folder, `${language}.json`);
      // A widget may have no texts of its own here.
      if (!existsSync(file)) return [language, {}];
      const messages = Object.entries(compile(readFileSync(file, "utf8"), file));
      return [language, Object.fromEntries(messages.map(([key, message]) => [key, plain(message)]))];
    }),
  );

/** A message without places for values is its text. */
const plain = (message: unknown): unknown =>
  Array.isArray(message) && message.length === 1 && typeof message[0] === "string" ? message[0] : message;

const mapTexts = (texts: Texts, rename: (key: string) => string | undefined): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([language, messages]) => [
      language,
      Object.fromEntries(
        Object.entries(messages).flatMap(([key, message]) => {
          const name = rename(key);
          return name === undefined ? [] : [[name, message]];
        }),
      ),
    ]),
  );

const merge = (all: readonly Texts[]): Texts =>
  Object.fromEntries(
    LANGUAGES.map((language) => [language, Object.assign({}, ...all.map((texts) => texts[language]))]),
  );
