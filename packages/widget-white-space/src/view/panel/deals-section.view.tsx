import { type Opportunity, type RecordId, valueOf } from "@sweetspot/contract";
import {
  Button,
  Chip,
  Combobox,
  IconButton,
  useCrm,
  useCrmFeed,
  useFormat,
  usePlanSession,
  useSurface,
  useToast,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { linkOpportunity, unlinkOpportunity } from "../../edits/cell-edits.model.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";

/** Deals that belong to this cell: linked by a rep, or begun from here where the host can. */
export function DealsSection(): ReactNode {
  const { workspace, cell, ref } = useOpenedCell();
  const { plan, edit, writable } = workspace;
  const { opportunities } = useCrm();
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  const linked = cell.record?.fields.opportunities ?? [];
  const byId = new Map(opportunities.map((deal) => [deal.id, deal]));
  const free = opportunities.filter((deal) => deal.status === "open" && !linked.includes(deal.id));
  const begin = useNewOpportunity();
  const canLink = writable && free.length > 0;
  if (linked.length === 0 && !canLink && !begin) return null;
  return (
    <section className="ws-section">
      <h4 className="ws-section-title">{t("deals.title")}</h4>
      {linked.length > 0 ? (
        <ul className="ws-deals">
          {linked.map((id) => (
            <LinkedDeal
              key={id}
              id={id}
              deal={byId.get(id)}
              onRemove={writable ? () => edit(unlinkOpportunity(plan.cells, ref, id)) : undefined}
            />
          ))}
        </ul>
      ) : (
        <p className="ss-meta">{t("deals.none")}</p>
      )}
      {choosing ? (
        <Combobox<RecordId>
          label={t("deals.which")}
          value={undefined}
          options={free.map((deal) => ({ value: deal.id, label: deal.name, ...hintOf(deal) }))}
          onChange={(id) => {
            if (id !== undefined) edit(linkOpportunity(plan.cells, ref, id));
            setChoosing(false);
          }}
        />
      ) : null}
      <p className="ws-actions">
        {canLink && !choosing ? (
          <Button size="small" onClick={() => setChoosing(true)}>
            {t("deals.link")}
          </Button>
        ) : null}
        {begin && writable ? (
          <Button size="small" tone="primary" icon="plus" onClick={begin}>
            {t("deals.create")}
          </Button>
        ) : null}
      </p>
    </section>
  );
}

const hintOf = (deal: Opportunity): { readonly hint?: string } => {
  const stage = valueOf(deal.stage);
  return stage === undefined ? {} : { hint: stage };
};

interface LinkedDealProps {
  readonly id: RecordId;
  readonly deal: Opportunity | undefined;
  readonly onRemove: (() => void) | undefined;
}

function LinkedDeal({ id, deal, onRemove }: LinkedDealProps): ReactNode {
  const t = useText();
  const format = useFormat();
  const { navigate } = useSurface();
  const name = deal?.name ?? t("deals.unseen");
  const amount = deal && valueOf(deal.amount);
  return (
    <li>
      <span className="ws-deal-name">
        {navigate ? (
          <button type="button" className="ss-link" onClick={() => navigate({ type: "opportunity", id })}>
            {name}
          </button>
        ) : (
          name
        )}
        {deal ? (
          <Chip tone={deal.status === "won" ? "good" : "plain"}>{t(`deals.${deal.status}`)}</Chip>
        ) : null}
      </span>
      <span className="ws-why-count">{amount ? format.money(amount) : ""}</span>
      {onRemove ? (
        <IconButton icon="close" size="small" label={t("deals.unlink", { name })} onClick={onRemove} />
      ) : null}
    </li>
  );
}

/** Begins a deal in the CRM from what the cell knows, and links it. Undefined where the host cannot. */
function useNewOpportunity(): (() => void) | undefined {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { plan, edit, eyes } = workspace;
  const { account } = usePlanSession();
  const { createOpportunity } = useSurface();
  const feed = useCrmFeed();
  const toast = useToast();
  const t = useText();
  if (!createOpportunity) return undefined;
  const area = plan.areas.find((item) => item.id === ref.area)?.fields;
  const offering = plan.offerings.find((item) => item.record.id === ref.offering)?.record.fields;
  const potential = cell.record?.fields.potential;
  const product = offering?.products?.[0];
  return () => {
    createOpportunity({
      account: area?.accounts?.[0] ?? account,
      name: `${text.name(cell.offering)} · ${text.name(cell.area)}`,
      owner: eyes.user,
      ...(potential === undefined ? {} : { amount: potential }),
      ...(product === undefined ? {} : { product }),
    }).then(
      ({ id }) => {
        edit(linkOpportunity(plan.cells, ref, id));
        void feed.refresh();
        return toast({ text: t("deals.created") });
      },
      () => toast({ tone: "bad", text: t("deals.create-failed") }),
    );
  };
}
