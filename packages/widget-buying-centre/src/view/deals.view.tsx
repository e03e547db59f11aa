import { type Opportunity, valueOf } from "@sweetspot/contract";
import {
  Button,
  Chip,
  newRecordId,
  PersonPicker,
  toMemberFields,
  useCrm,
  useCrmFeed,
  useFormat,
} from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { addDecider, setDecides, toContactFields } from "../edits/member-edits.model.ts";
import { type DealDeciders, dealsOf } from "../model/deals.model.ts";
import type { Centre } from "./use-centre.ts";
import { useText } from "./use-text.ts";

/** Open deals and who decides each, the page’s own first; a deal nobody decides is told, not hidden. */
export function Deals({ centre }: { readonly centre: Centre }): ReactNode {
  const { people, eyes } = centre;
  const { opportunities, people: involved } = useCrm();
  const feed = useCrmFeed();
  const t = useText();
  useEffect(() => feed.readPeople?.(), [feed]);
  const deals = useMemo(
    () =>
      dealsOf({ opportunities, ...(involved ? { people: involved } : {}) }, people).toSorted(
        (one, other) => Number(other.deal.id === eyes.deal) - Number(one.deal.id === eyes.deal),
      ),
    [opportunities, involved, people, eyes.deal],
  );
  if (deals.length === 0) return <p className="bc-nothing">{t("deals.none")}</p>;
  return (
    <ul className="bc-deals" aria-label={t("deals.label")}>
      {deals.map((one) => (
        <Deal key={one.deal.id} centre={centre} {...one} />
      ))}
    </ul>
  );
}

function Deal({ centre, deal, deciders, named }: DealDeciders & { readonly centre: Centre }): ReactNode {
  const { open, edit, writable } = centre;
  const t = useText();
  const [choosing, setChoosing] = useState(false);
  return (
    <li>
      <span className="bc-names">
        <bdi className="bc-name">{deal.name}</bdi>
        <DealFacts deal={deal} />
      </span>
      <span className="bc-deal-who">
        {deciders.map(({ id, fields }) => (
          <Chip key={id} icon="person" onClick={() => open({ person: id })}>
            <bdi>{fields.name}</bdi>
          </Chip>
        ))}
        {deciders.length === 0 && !choosing ? <Chip tone="warn">{t("deals.nobody")}</Chip> : null}
        {writable
          ? named.map(({ contact, roles, person }) => (
              <Chip
                key={contact.id}
                tone="suggestion"
                icon="plus"
                onClick={() =>
                  edit(
                    person
                      ? setDecides(person.id, person.fields.decides ?? [], deal.id, true)
                      : addDecider(toContactFields(contact), deal.id, newRecordId),
                  )
                }
              >
                <span className="ss-hidden">{t("deals.named")} </span>
                <bdi>{[contact.name, ...roles].join(" · ")}</bdi>
              </Chip>
            ))
          : null}
        {choosing ? (
          <PersonPicker
            label={t("deals.who")}
            hideLabel
            value={undefined}
            without={new Set(deciders.map(({ id }) => id))}
            onChange={(person) => {
              if (!person) return;
              setChoosing(false);
              if (person.kind !== "member") {
                edit(addDecider(toMemberFields(person), deal.id, newRecordId));
                return;
              }
              const chosen = centre.people.find(({ id }) => id === person.member);
              edit(setDecides(person.member, chosen?.fields.decides ?? [], deal.id, true));
            }}
          />
        ) : writable ? (
          <Button size="small" tone="quiet" icon="plus" onClick={() => setChoosing(true)}>
            {t("deals.who")}
            <span className="ss-hidden">: {deal.name}</span>
          </Button>
        ) : null}
      </span>
    </li>
  );
}

function DealFacts({ deal }: { readonly deal: Opportunity }): ReactNode {
  const format = useFormat();
  const amount = valueOf(deal.amount);
  const date = valueOf(deal.closeDate);
  const facts = [valueOf(deal.stage), amount && format.money(amount), date && format.date(date)];
  return <span className="ss-meta">{facts.filter(Boolean).join(" · ")}</span>;
}
