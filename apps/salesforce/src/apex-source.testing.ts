import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { ApexErrorListener, ApexParserFactory } from "@apexdevtools/apex-parser";
import { generatePackage } from "./generate-package.ts";

const HAND_WRITTEN = path.resolve(import.meta.dirname, "../force-app/main/default");

/** Every class and trigger of the package, hand-written and generated, by file name. */
export const APEX_FILES: ReadonlyMap<string, string> = new Map([
  ...globSync("**/*.{cls,trigger}", { cwd: HAND_WRITTEN }).map(
    (file) => [path.basename(file), readFileSync(path.join(HAND_WRITTEN, file), "utf8")] as const,
  ),
  ...generatePackage()
    .filter((file) => /\.(cls|trigger)$/.test(file.path))
    .map((file) => [path.basename(file.path), file.content] as const),
]);

class Complaints extends ApexErrorListener {
  readonly found: string[] = [];
  override apexSyntaxError(line: number, column: number, message: string): void {
    this.found.push(`${line}:${column} ${message}`);
  }
}

/** What the parser finds wrong with a class or trigger. */
export function syntaxErrors(file: string, source: string): readonly string[] {
  const complaints = new Complaints();
  const { parser } = ApexParserFactory.createLexerAndParser(source, complaints);
  if (file.endsWith(".trigger")) parser.triggerUnit();
  else parser.compilationUnit();
  return complaints.found;
}

/** Static queries in square brackets. */
export const inlineQueries = (source: string): readonly string[] =>
  [...withoutComments(source).matchAll(/\[\s*(SELECT[^\]]*)\]/g)].map((match) => match[1] ?? "");

/** Query templates and other constants: every text that begins with SELECT. */
export const queryTemplates = (source: string): readonly string[] =>
  [...withoutComments(source).matchAll(/'(SELECT [^']*)'/g)].map((match) => match[1] ?? "");

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
