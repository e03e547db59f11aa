import type { RecordId } from "@sweetspot/contract";
import type { CellValues } from "./cell-values.ts";
import type { ImportSink } from "./import-sink.port.ts";
import type { ResolvedReferences } from "./row-builders.ts";

/** The names of the product catalogue, for rows that give a product's id alone. */
export interface ProductNames {
  /** True where the tenant has no products: naming one is then no mistake. */
  readonly none: boolean;
  fill(values: CellValues, references: ResolvedReferences): CellValues;
}

/** Names kept; a larger catalogue leaves the names of further products out. */
const KEPT = 50_000;
const PAGE = 1_000;

export async function loadProductNames(
  sink: ImportSink,
  signal: AbortSignal | undefined,
): Promise<ProductNames> {
  const names = new Map<RecordId, string>();
  const options = signal === undefined ? {} : { signal };
  let after: { readonly nameKey: string; readonly id: RecordId } | undefined;
  while (names.size < KEPT) {
    const page = await sink.listNames(
      "products",
      { limit: PAGE, ...(after === undefined ? {} : { after }) },
      options,
    );
    for (const { id, name } of page) names.set(id, name);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last;
  }
  return {
    none: names.size === 0,
    fill(values, { product }) {
      if (product == null || values.texts["productName"] !== undefined) return values;
      const name = names.get(product);
      return name === undefined ? values : { ...values, texts: { ...values.texts, productName: name } };
    },
  };
}
