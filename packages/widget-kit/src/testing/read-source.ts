import { compileMessage } from "@lingui/message-utils/compileMessage";

/** Texts such as `"grid.title"` or `` `kit.saving.${state}` ``, as patterns that match their keys. */
export function keysIn(source: string): RegExp[] {
  const code = withoutComments(source);
  const quoted = [...code.matchAll(/(?<!from )"([a-z][\w-]*(?:\.[\w-]+)+)"/g)].map(([, key = ""]) => key);
  const template = [...code.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^`]*?\})+)`/g)].map(
    ([, key = ""]) => key,
  );
  return [...quoted, ...template].filter((key) => !FILE.test(key)).map(toPattern);
}

/** Names of files also have dots. */
const FILE = /\.(ts|tsx|css|json)$/;

const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, "");

const toPattern = (key: string): RegExp =>
  new RegExp(
    `^${key
      .split(/\$\{[^`]*?\}(?=[\w.-]|$)/)
      .map((part) => part.replaceAll(/[.-]/g, String.raw`\$&`))
      .join("[\\w.-]+")}$`,
  );

/** Names of the values an ICU message takes, in order of the alphabet. */
export function placeholdersOf(message: string): string[] {
  const names = new Set<string>();
  const visit = (token: unknown): void => {
    if (!Array.isArray(token)) return;
    const [name, , branches] = token as readonly unknown[];
    names.add(String(name));
    if (typeof branches === "object" && branches !== null) Object.values(branches).flat().forEach(visit);
  };
  [compileMessage(message)].flat().forEach(visit);
  return [...names].toSorted();
}

/** Words that a view shows without asking for a text: between tags, in attributes that are read, sentences in quotes. */
export function wordsInView(source: string): string[] {
  const code = withoutComments(source);
  const between = [
    ...code.matchAll(
      /<(?:[A-Za-z][\w.]*(?!\s+extends\b))?(?:\s[^<>]*)?>([^<>{}();=]*\p{L}{2}[^<>{}();=]*)(?=<\/?[\w>]|\{)/gu,
    ),
  ];
  const attributes = [
    ...code.matchAll(
      /\b(?:aria-label|aria-description|title|placeholder|alt|label|text)="([^"]*\p{L}{2}[^"]*)"/gu,
    ),
  ];
  const sentences = [...code.matchAll(/(?<!Error\(\s*)["`](\p{Lu}\p{Ll}+ \p{L}+ \p{L}[^"`]*)["`]/gu)];
  return [...new Set([...between, ...attributes, ...sentences].map(([, words = ""]) => words.trim()))];
}
