import type { PortfolioRow, PortfolioSummary } from "@sweetspot/contract";

/** A line of the table: an account, or the head of a group. */
export type PortfolioLine =
  | { readonly kind: "account"; readonly row: PortfolioRow }
  | {
      readonly kind: "group";
      readonly value: string | undefined;
      /** Absent while they are being added up. */
      readonly sums: PortfolioSummary["groups"][number] | undefined;
    };

/** Rows with a head before the first one of each group. */
export function toLines(
  rows: readonly PortfolioRow[],
  isGrouped: boolean,
  summary: PortfolioSummary | undefined,
): readonly PortfolioLine[] {
  if (!isGrouped) return rows.map((row) => ({ kind: "account", row }));
  const sums = new Map(summary?.groups.map((group) => [group.value, group]));
  return rows.flatMap((row, index): PortfolioLine[] => {
    const line: PortfolioLine = { kind: "account", row };
    const isFirst = index === 0 || rows[index - 1]?.group !== row.group;
    return isFirst ? [{ kind: "group", value: row.group, sums: sums.get(row.group) }, line] : [line];
  });
}
