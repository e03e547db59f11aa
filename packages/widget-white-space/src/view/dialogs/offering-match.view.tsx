import type { RecordId } from "@sweetspot/contract";
import { Chip, Combobox, TextInput, useCrm } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { matchOffering } from "../../edits/offering-edits.model.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

interface OfferingMatchProps {
  readonly workspace: Workspace;
  readonly offering: RecordId;
  readonly disabled: boolean;
}

/** Products and words that mean an offering. Its own name always does. */
export function OfferingMatch({ workspace, offering, disabled }: OfferingMatchProps): ReactNode {
  const { plan, edit } = workspace;
  const { products } = useCrm();
  const t = useText();
  const fields = plan.offerings.find(({ record }) => record.id === offering)?.record.fields;
  const chosen = fields?.products ?? [];
  const terms = fields?.terms ?? [];
  const names = new Map(products.map((product) => [product.id, product.name]));
  const change = (next: { products?: readonly RecordId[]; terms?: readonly string[] }): void =>
    edit(matchOffering(plan, offering, { products: chosen, terms, ...next }));
  return (
    <div className="ws-item-more">
      <div>
        <p className="ss-label">{t("structure.products")}</p>
        <p className="ws-actions">
          {chosen.map((id) => (
            <Chip
              key={id}
              {...(disabled
                ? {}
                : {
                    onRemove: () => change({ products: chosen.filter((other) => other !== id) }),
                    removeLabel: names.get(id) ?? id,
                  })}
            >
              {names.get(id) ?? t("structure.product-unseen")}
            </Chip>
          ))}
          {chosen.length === 0 ? <span className="ss-meta">{t("structure.no-products")}</span> : null}
        </p>
        {disabled || products.length === 0 ? null : (
          <Combobox<RecordId>
            label={t("structure.add-product")}
            hideLabel
            placeholder={t("structure.add-product")}
            value={undefined}
            options={products
              .filter((product) => !chosen.includes(product.id))
              .map((product) => ({ value: product.id, label: product.name }))}
            onChange={(id) => {
              if (id !== undefined) change({ products: [...chosen, id] });
            }}
          />
        )}
      </div>
      <TextInput
        label={t("structure.terms")}
        hint={t("structure.terms-hint")}
        value={terms.join(", ")}
        onCommit={(text) =>
          change({
            terms: text
              .split(",")
              .map((term) => term.trim().slice(0, 120))
              .filter(Boolean)
              .slice(0, 50),
          })
        }
        disabled={disabled}
      />
    </div>
  );
}
