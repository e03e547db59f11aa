import { foldText } from "@sweetspot/white-space";
import type { Trait } from "./customer-purchases.ts";

/** What is known of an account's own fields; what is withheld is left out. */
export interface TraitFields {
  readonly industry?: string | undefined;
  readonly country?: string | undefined;
  readonly employees?: number | undefined;
}

/** Least number of employees of each size, as statistics of enterprises have it. */
const SIZES = [1, 10, 50, 250, 1000, 5000] as const;

/** `size` reads "250-999" or "5000+": number of employees. */
export function toTraits({ industry, country, employees }: TraitFields): readonly Trait[] {
  const size = sizeOf(employees);
  return [
    ...(industry ? [{ field: "industry", value: industry }] : []),
    ...(country ? [{ field: "country", value: country }] : []),
    ...(size === undefined ? [] : [{ field: "size", value: size }]),
  ];
}

function sizeOf(employees: number | undefined): string | undefined {
  const place = SIZES.findLastIndex((least) => employees !== undefined && employees >= least);
  const [least, next] = [SIZES[place], SIZES[place + 1]];
  if (least === undefined) return undefined;
  return next === undefined ? `${least}+` : `${least}-${next - 1}`;
}

/** The same for "Food Retail" and "food  retail". */
export const traitKey = ({ field, value }: Trait): string => `${field}: ${foldText(value)}`;
