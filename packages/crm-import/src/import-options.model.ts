import type { DateOrder } from "./file-mapping.model.ts";

/** Choices that hold for all files of an import. */
export interface ImportOptions {
  /** ISO 4217 code of amounts for which neither row nor mapping names a currency. */
  readonly currency: string;
  /** Order of day and month where a column does not decide it. */
  readonly dates?: DateOrder;
  /** Whether a record is made where a file names one nobody knows. */
  readonly create: {
    readonly accounts: boolean;
    readonly products: boolean;
    readonly teamMembers: boolean;
  };
}

/** Owners are mostly named only; accounts and products that are only named may be typing errors. */
export const DEFAULT_IMPORT_OPTIONS: ImportOptions = {
  currency: "EUR",
  create: { accounts: false, products: false, teamMembers: true },
};
