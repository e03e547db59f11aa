import type { IsoDate, IsoInstant, Money, RecordId } from "@sweetspot/contract";

/** CRM records a plan may point to. They are not checked by the plan store: the CRM may delete them at any time. */
export type CrmType = "account" | "contact" | "opportunity" | "product" | "team-member";

interface Described {
  /** One sentence for an admin: help text in the CRM, comment in the database. */
  readonly help: string;
  readonly required?: boolean;
}

export interface TextField extends Described {
  readonly kind: "text";
  /** Longest value in UTF-16 code units. Above 255 a CRM stores it as long text. */
  readonly max: number;
}
export interface ChoiceField<C extends string = string> extends Described {
  readonly kind: "choice";
  readonly choices: readonly C[];
}
export interface NumberField extends Described {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  /** Digits after the point that a CRM must keep. */
  readonly scale: number;
}
export interface FlagField extends Described {
  readonly kind: "flag";
}
/** Stored as `{ amount, currency }`. */
export interface MoneyField extends Described {
  readonly kind: "money";
}
export interface DateField extends Described {
  readonly kind: "date";
}
export interface InstantField extends Described {
  readonly kind: "instant";
}
/** A reference of an entity to itself is a tree: no record may come to stand below itself. */
export interface ReferenceField extends Described {
  readonly kind: "reference";
  readonly to: string;
  /** `plan`: a record of the same account's plan. `library`: of the company's library. `any`: of either. */
  readonly within: "same" | "library" | "any";
}
export interface CrmReferenceField extends Described {
  readonly kind: "crm-reference";
  readonly to: CrmType;
}
/** A short list of texts, references or CRM references. */
export interface ListField<I extends ListItem = ListItem> extends Described {
  readonly kind: "list";
  readonly of: I;
  readonly max: number;
  /** A record that had some and has none any more says nothing: what takes the last one takes the record along. */
  readonly essential?: boolean;
}
export type ListItem = TextField | ReferenceField | CrmReferenceField;

export type FieldKind =
  | TextField
  | ChoiceField
  | NumberField
  | FlagField
  | MoneyField
  | DateField
  | InstantField
  | ReferenceField
  | CrmReferenceField
  | ListField;

/** The TypeScript type of a field's value. */
export type ValueOf<F> =
  F extends ChoiceField<infer C>
    ? C
    : F extends TextField
      ? string
      : F extends NumberField
        ? number
        : F extends FlagField
          ? boolean
          : F extends MoneyField
            ? Money
            : F extends DateField
              ? IsoDate
              : F extends InstantField
                ? IsoInstant
                : F extends ReferenceField | CrmReferenceField
                  ? RecordId
                  : F extends ListField<infer I>
                    ? readonly ValueOf<I>[]
                    : never;

/** Is the field required? Kept in the type, so that `FieldsOf` can tell required fields from optional ones. */
type Need<R extends boolean> = { readonly required: R };
type Options<R extends boolean> = { readonly help: string; readonly required?: R };

export const text = <const R extends boolean = false>(
  options: Options<R> & { readonly max: number },
): TextField & Need<R> => ({
  kind: "text",
  ...need(options),
});

export const choice = <const C extends string, const R extends boolean = false>(
  choices: readonly C[],
  options: Options<R>,
): ChoiceField<C> & Need<R> => ({ kind: "choice", choices, ...need(options) });

export const number = <const R extends boolean = false>(
  options: Options<R> & { readonly min: number; readonly max: number; readonly scale?: number },
): NumberField & Need<R> => ({ kind: "number", ...need(options), scale: options.scale ?? 0 });

export const flag = <const R extends boolean = false>(options: Options<R>): FlagField & Need<R> => ({
  kind: "flag",
  ...need(options),
});

export const money = <const R extends boolean = false>(options: Options<R>): MoneyField & Need<R> => ({
  kind: "money",
  ...need(options),
});

export const date = <const R extends boolean = false>(options: Options<R>): DateField & Need<R> => ({
  kind: "date",
  ...need(options),
});

export const instant = <const R extends boolean = false>(options: Options<R>): InstantField & Need<R> => ({
  kind: "instant",
  ...need(options),
});

export const reference = <const R extends boolean = false>(
  to: string,
  options: Options<R> & { readonly within?: ReferenceField["within"] },
): ReferenceField & Need<R> => ({
  kind: "reference",
  to,
  ...need(options),
  within: options.within ?? "same",
});

export const crmReference = <const R extends boolean = false>(
  to: CrmType,
  options: Options<R>,
): CrmReferenceField & Need<R> => ({ kind: "crm-reference", to, ...need(options) });

export const list = <I extends ListItem>(
  of: I,
  options: { readonly help: string; readonly max: number; readonly essential?: boolean },
): ListField<I> & Need<false> => ({ kind: "list", of, required: false, ...options });

function need<R extends boolean, O extends Options<R>>(options: O & Options<R>): O & Need<R> {
  return { ...options, required: (options.required ?? false) as R };
}
