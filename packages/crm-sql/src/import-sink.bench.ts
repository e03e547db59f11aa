import { toRecordId } from "@sweetspot/contract";
import { type ImportRowOf, normaliseName } from "@sweetspot/crm-import";
import { compareWithCopy, middle, timed } from "./copy-comparison.testing.ts";
import { CRM_TABLES } from "./crm-tables.ts";
import type { Database } from "./database.ts";
import { createSqlCrm } from "./sql-crm.ts";

// How fast the import sink writes opportunities, staging and merge included, against a plain COPY of the same rows
// into the same table with its indexes. Both begin with an empty tenant; the COPY's text is made beforehand.
const ROWS = 40_000;
const BATCH = 2000;
const fields = CRM_TABLES.opportunities.columns.map((column) => column.field);

const rows = Array.from({ length: ROWS }, (_, index): ImportRowOf["opportunities"] => {
  const name = `Turbine maintenance for site ${index}, lot ${index % 97}`;
  return {
    id: toRecordId(`0064x00000${String(index).padStart(8, "0")}`),
    name,
    nameKey: normaliseName(name),
    account: toRecordId(`0014x0000${index % 900}`),
    status: index % 3 === 0 ? "open" : "won",
    stage: "Closed Won",
    amount: { amount: index * 10.5, currency: "EUR" },
    closeDate: `2026-0${1 + (index % 9)}-15`,
    owner: toRecordId(`0054x${index % 40}`),
    product: null,
    productName: index % 2 === 0 ? "Turbine T9" : null,
    attributes: { Region: index % 5 === 0 ? "North" : "South", Campaign: null },
  };
});

const timeSink = (database: Database, tenant: string): Promise<number> =>
  timed(async () => {
    const writer = await createSqlCrm(database, { tenant }).importSink().begin();
    for (let start = 0; start < ROWS; start += BATCH)
      await writer.write({ kind: "opportunities", fields, rows: rows.slice(start, start + BATCH) });
    await writer.finish();
  });

const perSecond = (milliseconds: number): number => Math.round((ROWS / milliseconds) * 1000);
const comparisons = await compareWithCopy(rows, timeSink);
const figures = comparisons.flatMap(({ engine, copies, runs }) => [
  { name: `${engine}: COPY`, value: perSecond(middle(copies)), unit: "rows/s" },
  { name: `${engine}: import sink`, value: perSecond(middle(runs)), unit: "rows/s" },
  { name: `${engine}: sink / COPY`, value: middle(copies) / middle(runs), unit: "×", aim: "≥ 0.3" },
]);
process.stdout.write(`${JSON.stringify({ bench: "import-sink", figures })}\n`);
