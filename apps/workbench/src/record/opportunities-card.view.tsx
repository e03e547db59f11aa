import { type CrmView, type Opportunity, type RecordId, valueOf } from "@sweetspot/contract";
import { type ReactNode, useMemo, useState } from "react";
import { usePage } from "../page/page-context.ts";
import { ChoiceGroup } from "../shell/choice-group.view.tsx";
import { Card } from "./card.view.tsx";
import { FieldValue } from "./field-value.view.tsx";
import { LongList } from "./long-list.view.tsx";
import type { Pointed } from "./pointed.ts";
import { useOpening } from "./use-opening.ts";
import { type DealFilter, listDeals } from "./record.model.ts";

const FILTERS: readonly DealFilter[] = ["all", "open", "won", "lost"];
const TONES = { open: "ss-chip-accent", won: "ss-chip-good", lost: "" } as const;

/** The deals of the account and those below it. */
export function OpportunitiesCard({
  view,
  pointed,
}: {
  readonly view: CrmView;
  readonly pointed: Pointed | undefined;
}): ReactNode {
  const { t, format } = usePage();
  const [isOpen, setOpen] = useOpening("opportunity", pointed);
  const [choice, setChoice] = useState<{
    readonly filter: DealFilter;
    readonly pointed: Pointed | undefined;
  }>();
  // What a widget points at must not be filtered away.
  const filter = choice && choice.pointed === pointed ? choice.filter : "all";
  const target = pointed?.type === "opportunity" ? pointed.id : undefined;
  const { opportunities, family } = view;
  const deals = useMemo(
    () => listDeals(opportunities, isOpen ? filter : "all"),
    [opportunities, filter, isOpen],
  );
  const names = useMemo(() => new Map(family.map((account) => [account.id, account.name])), [family]);
  const words = useMemo(
    () => (deal: Opportunity) => [deal.name, valueOf(deal.stage), accountName(deal, names)].join(" "),
    [names],
  );
  const title = t("record.opportunities");
  if (view.status === "loading") return <Card title={title} isReading />;
  const open = opportunities.filter((deal) => deal.status === "open").length;
  return (
    <Card
      title={title}
      meta={t("record.opportunities-count", {
        open: format.number(open),
        all: format.number(opportunities.length),
      })}
    >
      {opportunities.length === 0 ? (
        <p className="ss-meta">{t("record.no-opportunities")}</p>
      ) : (
        <LongList
          items={deals}
          label={title}
          searchLabel={t("record.search-opportunities")}
          words={words}
          rowHeight={58}
          renderRow={(deal) => (
            <Deal deal={deal} account={family.length > 1 ? accountName(deal, names) : undefined} />
          )}
          pointed={target}
          isOpen={isOpen}
          onOpenChange={setOpen}
          tools={
            <ChoiceGroup
              label={t("record.filter")}
              value={filter}
              choices={FILTERS.map((value) => ({ value, label: t(`record.filter.${value}`) }))}
              onChange={(next) => setChoice({ filter: next, pointed })}
            />
          }
        />
      )}
    </Card>
  );
}

const accountName = (deal: Opportunity, names: ReadonlyMap<RecordId, string>): string | undefined => {
  const account = valueOf(deal.account);
  return account === undefined ? undefined : names.get(account);
};

function Deal({
  deal,
  account,
}: {
  readonly deal: Opportunity;
  readonly account: string | undefined;
}): ReactNode {
  const { t, format } = usePage();
  return (
    <div className="wb-deal">
      <span className="wb-clip wb-deal-name" title={deal.name}>
        {deal.name}
      </span>
      <span className={`ss-chip wb-chip-small ${TONES[deal.status]}`}>{t(`deal.${deal.status}`)}</span>
      <span className="ss-meta ss-number wb-clip wb-deal-line">
        <FieldValue field={deal.amount}>{(amount) => format.compactMoney(amount)}</FieldValue>
        {" · "}
        <FieldValue field={deal.closeDate}>{(date) => format.date(date)}</FieldValue>
        {account === undefined ? null : ` · ${account}`}
      </span>
    </div>
  );
}
