import type { Field } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";

export interface FieldValueProps<T> {
  readonly field: Field<T>;
  readonly children: (value: T) => ReactNode;
  /** For tables: the lock alone, its words for screen readers. */
  readonly compact?: boolean;
}

/** A field as far as this user may know it: withheld is never shown as if nobody had filled it in. */
export function FieldValue<T>({ field, children, compact = false }: FieldValueProps<T>): ReactNode {
  const { t } = usePage();
  if (field.state === "known") return children(field.value);
  if (field.state === "hidden")
    return (
      <span className="wb-hidden-field" title={compact ? t("field.hidden") : undefined}>
        <Icon name="lock" size="small" />
        <span className={compact ? "ss-hidden" : undefined}>{t("field.hidden")}</span>
      </span>
    );
  return (
    <span className="wb-empty-field">
      <span aria-hidden="true">–</span>
      <span className="ss-hidden">{t("field.empty")}</span>
    </span>
  );
}
