/**
 * What this user may know about one field. `hidden` is not `empty`: a value withheld by field security must never
 * be shown, or counted, as if nobody had filled it in.
 */
export type Field<T> =
  | { readonly state: "known"; readonly value: T }
  | { readonly state: "empty" }
  | { readonly state: "hidden" };

// Frozen, because all records of a page share them.
export const EMPTY: Field<never> = Object.freeze({ state: "empty" });
export const HIDDEN: Field<never> = Object.freeze({ state: "hidden" });

export const known = <T>(value: T): Field<T> => ({ state: "known", value });

/** `known` where there is a value; `empty` for undefined, null and blank text. */
export const toField = <T>(value: T | null | undefined): Field<T> =>
  value == null || (typeof value === "string" && value.trim() === "") ? EMPTY : known(value);

/** The value where it is known, otherwise undefined. Use it only where hidden and empty mean the same. */
export const valueOf = <T>(field: Field<T> | undefined): T | undefined =>
  field?.state === "known" ? field.value : undefined;
