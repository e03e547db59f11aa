import { readFileSync } from "node:fs";

type Texts = Readonly<Record<string, string>>;

/** Read as files: builds for the browser turn an import of them into compiled messages. */
const TEXTS: Readonly<Record<string, Texts>> = Object.fromEntries(
  ["en", "de", "id"].map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), "utf8")) as Texts,
  ]),
);

/** How an installation can end. */
export type InstallOutcome = "connected" | "refused" | "unavailable";

/** Pure. The page a browser is left with, in the first language it asks for that we speak. */
export function toInstallPage(outcome: InstallOutcome, acceptLanguage: string, againAt: string): string {
  const wanted = acceptLanguage.split(",").map((part) => part.trim().slice(0, 2).toLowerCase());
  const language = wanted.find((one) => one in TEXTS) ?? "en";
  const textOf = (key: string): string => toHtml(TEXTS[language]?.[`hubspot.${key}`] ?? key);
  const again = outcome === "connected" ? "" : `<p><a href="${againAt}">${textOf("again")}</a></p>`;
  const title = textOf(`${outcome}.title`);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>${textOf(`${outcome}.text`)}</p>${again}</main></body>
</html>
`;
}

const toHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
