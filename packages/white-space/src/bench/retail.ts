import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { type PurchaseMatrix, toPurchaseMatrix } from "../lookalikes/purchase-matrix.ts";

/** Nine months of a wholesaler's sales beside the repository (UCI Online Retail): numbers of customers, no names. */
const folder = path.resolve(import.meta.dirname, "../../../../../shared/data/graph/retail-b2b");

export const hasRetail = (): boolean => existsSync(folder);

const rowsOf = (name: string): string[] =>
  gunzipSync(readFileSync(path.join(folder, `${name}.csv.gz`)))
    .toString()
    .trimEnd()
    .split("\n")
    .slice(1);

export interface Retail {
  /** Who bought what in the months from `first` to `last`, both included, as `2011-04`. */
  matrixOf(first: string, last: string): PurchaseMatrix;
}

export function readRetail(): Retail {
  const numbers = (name: string): Map<string, number> =>
    new Map(rowsOf(name).map((row, place) => [row.slice(0, row.indexOf(",")), place]));
  const [customers, offerings] = [numbers("customers"), numbers("products")];
  const sales = rowsOf("purchases").map((row) => {
    const [customer = "", product = "", month = ""] = row.split(",");
    return { customer: customers.get(customer) ?? -1, offering: offerings.get(product) ?? -1, month };
  });
  return {
    matrixOf(first, last) {
      const meant = sales.filter(({ month }) => month >= first && month <= last);
      // A month bought again adds nothing: who has what counts here, so each pair once.
      const once = [...new Map(meant.map((sale) => [`${sale.customer} ${sale.offering}`, sale])).values()];
      return toPurchaseMatrix({
        customerCount: customers.size,
        offeringCount: offerings.size,
        customers: once.map(({ customer }) => customer),
        offerings: once.map(({ offering }) => offering),
      });
    },
  };
}
