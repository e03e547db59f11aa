import type { RecordId } from "@sweetspot/contract";
import { Button, Combobox, Dialog, newRecordId, useCrm } from "@sweetspot/widget-kit";
import { withRoot } from "@sweetspot/white-space-plan";
import { type ReactNode, useMemo, useState } from "react";
import { assignAccount } from "../../edits/area-edits.model.ts";
import { addOffering, matchOffering } from "../../edits/offering-edits.model.ts";
import { groupUnmatched } from "../../model/unmatched.model.ts";
import { useText } from "../use-text.ts";
import type { Workspace } from "../use-workspace.ts";

/** Groups shown before "show all". */
const FIRST = 20;

/** Records left over, by what would give them a place: an area for an account, an offering for a product's name. */
export function UnmatchedDialog({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { state, dispatch } = workspace;
  const t = useText();
  return (
    <Dialog
      open={state.dialog === "unmatched"}
      onOpenChange={() => dispatch({ kind: "dialog-closed" })}
      title={t("unmatched.title")}
      size="large"
    >
      <LooseRecords workspace={workspace} />
    </Dialog>
  );
}

function LooseRecords({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { model, plan, libraryWritable, edit, writable } = workspace;
  const crm = useCrm();
  const t = useText();
  const [all, setAll] = useState(false);
  const loose = useMemo(
    () =>
      groupUnmatched(model.derived.unmatched.records, {
        opportunities: crm.opportunities,
        assets: crm.assets,
        accounts: withRoot(crm.account, crm.family),
      }),
    [model, crm.opportunities, crm.assets, crm.account, crm.family],
  );
  const areas = model.areas.leaves.map((node) => ({ value: node.record, label: node.path.join(" › ") }));
  const mayMatch = (id: RecordId): boolean =>
    plan.offerings.find(({ record }) => record.id === id)?.origin === "plan" || libraryWritable;
  const offerings = model.offerings.leaves
    .filter((node) => mayMatch(node.record))
    .map((node) => ({ value: node.record, label: node.path.join(" › ") }));
  const limit = all ? Number.POSITIVE_INFINITY : FIRST;
  const addTerm = (offering: RecordId, what: string): void => {
    const fields = plan.offerings.find(({ record }) => record.id === offering)?.record.fields;
    edit(
      matchOffering(plan, offering, {
        products: fields?.products ?? [],
        terms: [...new Set([...(fields?.terms ?? []), what.slice(0, 120)])],
      }),
    );
  };
  if (loose.accounts.length + loose.texts.length === 0) return <p>{t("unmatched.none")}</p>;
  return (
    <div className="ws-form">
      <p>{t("unmatched.text")}</p>
      {loose.accounts.length > 0 ? (
        <section>
          <h3>{t("unmatched.accounts")}</h3>
          <ul className="ws-loose-list">
            {loose.accounts.slice(0, limit).map((group) => (
              <li key={group.account ?? "none"}>
                <span>
                  <strong>{group.name ?? t("unmatched.no-account")}</strong>{" "}
                  <span className="ss-meta">{t("grid.records", { count: group.records })}</span>
                </span>
                {group.account === undefined || !writable ? null : (
                  <Combobox<RecordId>
                    label={t("unmatched.to-area", { name: group.name ?? "" })}
                    hideLabel
                    placeholder={t("unmatched.choose-area")}
                    value={undefined}
                    options={areas}
                    onChange={(area) => {
                      if (area !== undefined && group.account !== undefined)
                        edit(assignAccount(plan, group.account, area));
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {loose.texts.length > 0 ? (
        <section>
          <h3>{t("unmatched.texts")}</h3>
          <ul className="ws-loose-list">
            {loose.texts.slice(0, limit).map((group) => (
              <li key={group.what}>
                <span>
                  <strong>{group.what || t("unmatched.no-text")}</strong>{" "}
                  <span className="ss-meta">{t("grid.records", { count: group.records })}</span>
                </span>
                {group.what === "" || !writable ? null : (
                  <span className="ws-actions">
                    {offerings.length > 0 ? (
                      <Combobox<RecordId>
                        label={t("unmatched.to-offering", { name: group.what })}
                        hideLabel
                        placeholder={t("unmatched.choose-offering")}
                        value={undefined}
                        options={offerings}
                        onChange={(offering) => {
                          if (offering !== undefined) addTerm(offering, group.what);
                        }}
                      />
                    ) : null}
                    <Button
                      size="small"
                      onClick={() =>
                        edit(
                          addOffering(
                            plan,
                            { name: group.what.slice(0, 120), terms: [group.what.slice(0, 120)] },
                            newRecordId,
                          ),
                        )
                      }
                    >
                      {t("unmatched.new-offering")}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {Math.max(loose.accounts.length, loose.texts.length) > FIRST && !all ? (
        <Button tone="quiet" onClick={() => setAll(true)}>
          {t("lists.all", { count: loose.accounts.length + loose.texts.length })}
        </Button>
      ) : null}
    </div>
  );
}
