import type { ImportProgress, ImportReport, RecognisedFile } from "@sweetspot/crm-import";

/** What the command line prints. Texts of files are data: control characters would drive the terminal. */
const plain = (text: string): string => text.replace(/\p{Control}/gu, " ");

const DELIMITERS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};
const ORDERS: Readonly<Record<string, string>> = {
  dmy: "day.month.year",
  mdy: "month/day/year",
  ymd: "year-month-day",
};

export const formatCount = (count: number): string => count.toLocaleString("en");

/** "1 row", "2 rows". */
export const countOf = (count: number, one: string): string =>
  `${formatCount(count)} ${one}${count === 1 ? "" : "s"}`;

/** How a file was understood, one line for each point. */
export function describeFile(file: RecognisedFile): readonly string[] {
  if (file.refused) return [`✗ ${plain(file.refused.message)}`];
  const { mapping } = file;
  const name = plain(file.name);
  if (mapping.kind === "ignored") {
    return [
      `– ${name}: not recognised as accounts, contacts, opportunities, line items, products, users or assets; left out`,
    ];
  }
  const key = { id: "the id", name: "the normalised name", content: "what the row says" }[mapping.key];
  const mapped = mapping.columns.filter(({ target }) => target !== "ignored" && target !== "attribute");
  const attributes = mapping.columns.filter(({ target }) => target === "attribute");
  const ignored = mapping.columns.filter(({ target, header }) => target === "ignored" && header !== "");
  const lines = [
    `✓ ${name}: ${mapping.kind} (${file.encoding}, ${DELIMITERS[file.delimiter] ?? file.delimiter}, ${file.shape})${file.mappingIsSaved ? ", saved mapping" : ""}`,
    `    key: ${key}`,
    `    ${mapped.map(describeColumn).join(" · ")}`,
  ];
  if (attributes.length > 0)
    lines.push(`    further fields: ${attributes.map(({ header }) => plain(header)).join(", ")}`);
  if (ignored.length > 0)
    lines.push(`    not imported: ${ignored.map(({ header }) => plain(header)).join(", ")}`);
  const stages = Object.entries(mapping.stages).map(([stage, status]) => `${plain(stage)} = ${status}`);
  if (stages.length > 0) lines.push(`    stages: ${stages.join(", ")}`);
  return lines;
}

function describeColumn({
  header,
  target,
  dates,
  decimal,
  assumed,
}: RecognisedFile["mapping"]["columns"][number]): string {
  const order = dates === undefined || dates === "ymd" ? undefined : ORDERS[dates];
  const form = order ?? (decimal === "," ? "decimal comma" : undefined);
  const doubt = assumed ? `${form ?? "decimal point"}, assumed` : form;
  return `${plain(header)} → ${target}${doubt === undefined ? "" : ` (${doubt})`}`;
}

/** One line that says how far an import is. */
export function describeProgress({ phase, bytesRead, bytesTotal, rows, file }: ImportProgress): string {
  const share = bytesTotal === 0 ? 1 : Math.min(1, bytesRead / bytesTotal);
  const filled = Math.round(share * 20);
  const bar = `${"█".repeat(filled)}${"░".repeat(20 - filled)} ${String(Math.floor(share * 100)).padStart(3)} %`;
  const counts = Object.values(rows).reduce(
    (sum, { good, bad }) => ({ good: sum.good + good, bad: sum.bad + bad }),
    {
      good: 0,
      bad: 0,
    },
  );
  const doing =
    phase === "matching"
      ? "looking for unknown names"
      : phase === "checking"
        ? `checking ${file}`
        : (file ?? "");
  return `${bar}  ${countOf(counts.good, "row")}${counts.bad > 0 ? `, ${formatCount(counts.bad)} bad` : ""}  ${plain(doing)}`;
}

/** What an import did, for reading. */
export function describeReport(report: ImportReport): readonly string[] {
  const seconds = (report.durationMs / 1000).toFixed(1);
  const outcome = { finished: "Finished", cancelled: "Cancelled", failed: "Failed" }[report.outcome];
  const lines = [
    `${outcome} after ${seconds} s.${report.failure === undefined ? "" : ` ${plain(report.failure)}`}`,
  ];
  for (const [kind, { created, updated, unchanged }] of Object.entries(report.counts)) {
    lines.push(
      `  ${kind}: ${formatCount(created)} new, ${formatCount(updated)} updated, ${formatCount(unchanged)} unchanged`,
    );
  }
  for (const file of report.files) {
    if (file.refused) lines.push(`  ✗ ${plain(file.refused.message)} Nothing of it was imported.`);
    else if (file.bad > 0) lines.push(`  ${plain(file.name)}: ${countOf(file.bad, "row")} left out`);
  }
  for (const { kind, text, rows, suggestions } of report.unmatched.slice(0, 20)) {
    const hint =
      suggestions.length === 0
        ? ""
        : ` Is it ${suggestions.map(({ name }) => `“${plain(name)}”`).join(", ")}?`;
    lines.push(`  ? ${kind}: nobody is called “${plain(text)}” (${countOf(rows, "row")}).${hint}`);
  }
  if (report.unmatched.length > 20)
    lines.push(`  … and ${countOf(report.unmatched.length - 20, "further unknown name")}`);
  return lines;
}
