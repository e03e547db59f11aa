import { type Contact, type RecordId, valueOf } from "@sweetspot/contract";
import { Button, Face, SearchInput, useVirtualRows } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { type Candidate, findCandidates } from "../model/candidates.model.ts";
import { useText } from "./use-text.ts";

export interface ContactChooserProps {
  readonly candidates: readonly Candidate[];
  readonly label: string;
  /** One is enough. */
  readonly onChoose?: (contact: Contact) => void;
  /** Several: which are chosen, and what to do when one is ticked or not. */
  readonly chosen?: ReadonlySet<RecordId>;
  readonly onToggle?: (contacts: readonly Contact[], on: boolean) => void;
}

const ROW = 46;

/** Contacts of the CRM by search, as many as there are; only those in sight are drawn. */
export function ContactChooser(props: ContactChooserProps): ReactNode {
  const { candidates, label, onChoose, chosen, onToggle } = props;
  const t = useText();
  const [search, setSearch] = useState("");
  const scroller = useRef<HTMLDivElement>(null);
  const found = useMemo(() => findCandidates(candidates, search), [candidates, search]);
  const { rows, totalSize, measure } = useVirtualRows({
    count: found.length,
    scroller,
    rowHeight: ROW,
    keyOf: (index) => found[index]?.contact.id ?? String(index),
  });
  return (
    <div className="bc-chooser">
      <SearchInput
        label={t("add.search")}
        value={search}
        onChange={setSearch}
        found={search === "" ? undefined : t("filter.found", { count: found.length })}
      />
      {found.length === 0 ? <p className="ss-meta">{t("add.nobody")}</p> : null}
      {onToggle && search !== "" && found.some(({ contact }) => !chosen?.has(contact.id)) ? (
        <Button
          size="small"
          onClick={() =>
            onToggle(
              found.map(({ contact }) => contact),
              true,
            )
          }
        >
          {t("add.all-found", { count: found.length })}
        </Button>
      ) : null}
      <div ref={scroller} className="bc-chooser-scroller">
        <ul className="bc-list" style={{ height: totalSize }} aria-label={label}>
          {rows.map(({ index, key, start }) => {
            const candidate = found[index];
            if (candidate === undefined) return null;
            const { contact } = candidate;
            const words = <Words candidate={candidate} />;
            return (
              <li
                key={key}
                ref={measure}
                data-index={index}
                className="bc-item"
                style={{ transform: `translateY(${String(start)}px)` }}
                aria-setsize={found.length}
                aria-posinset={index + 1}
              >
                {onChoose === undefined ? (
                  <label className="bc-candidate">
                    <input
                      type="checkbox"
                      className="ss-check-box"
                      checked={chosen?.has(contact.id) === true}
                      onChange={(event) => onToggle?.([contact], event.target.checked)}
                    />
                    {words}
                  </label>
                ) : (
                  <button type="button" className="bc-candidate" onClick={() => onChoose(contact)}>
                    {words}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function Words({ candidate: { contact, crmRoles } }: { readonly candidate: Candidate }): ReactNode {
  const about = [valueOf(contact.title), valueOf(contact.department), ...crmRoles]
    .filter(Boolean)
    .join(" · ");
  return (
    <>
      <Face name={contact.name} side="customer" />
      <span className="bc-names">
        <bdi className="bc-name">{contact.name}</bdi>
        <bdi className="ss-meta bc-clip">{about}</bdi>
      </span>
    </>
  );
}
