import type { CrmError, IsoInstant, RecordId } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useCallback, useDeferredValue, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import { Failure } from "../failure.view.tsx";
import {
  type FoundPerson,
  type RelationsClient,
  type StoredReport,
  toCrmError,
} from "../relations-client.ts";
import { useReading } from "../use-reading.ts";
import { PersonReportCard } from "./person-report-card.view.tsx";

const LEAST_LETTERS = 2;

/** Somebody asks what is kept about him, or wants it gone. */
export function PeoplePart({ client }: { readonly client: RelationsClient }): ReactNode {
  const { t } = usePage();
  const [search, setSearch] = useState("");
  const [report, setReport] = useState<{ readonly told: StoredReport; readonly at: IsoInstant }>();
  const [error, setError] = useState<CrmError>();
  const [erased, setErased] = useState<{ readonly records: number; readonly planRecords: number }>();
  const wanted = useDeferredValue(search.trim());
  const read = useCallback(
    async (signal: AbortSignal): Promise<readonly FoundPerson[]> =>
      wanted.length < LEAST_LETTERS ? [] : client.findPeople(wanted, signal),
    [client, wanted],
  );
  const found = useReading(read);

  const open = async (person: RecordId): Promise<void> => {
    setError(undefined);
    setErased(undefined);
    try {
      const told = await client.report(person);
      setReport({ told, at: new Date().toISOString() as IsoInstant });
    } catch (failure) {
      setError(toCrmError(failure));
    }
  };
  const erase = async (person: RecordId): Promise<void> => {
    setError(undefined);
    try {
      setErased(await client.erase(person));
      setReport(undefined);
      found.readAgain();
    } catch (failure) {
      setError(toCrmError(failure));
    }
  };
  const failed = error ?? found.error;
  return (
    <>
      <label className="ss-search wb-people-search wb-no-print">
        <Icon name="search" size="small" />
        <span className="ss-hidden">{t("relations.people.search")}</span>
        <input
          type="text"
          inputMode="search"
          autoComplete="off"
          value={search}
          placeholder={t("relations.people.search")}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      {failed ? <Failure error={failed} /> : null}
      {erased ? (
        <output className="wb-card wb-erased">
          <strong>{t("relations.erased")}</strong>
          <span>
            {t("relations.erased.text", {
              records: erased.records,
              plans: erased.planRecords,
            })}
          </span>
        </output>
      ) : null}
      {report ? (
        <PersonReportCard
          report={report.told}
          readAt={report.at}
          onErase={() => erase(report.told.person.id)}
          onClose={() => setReport(undefined)}
        />
      ) : (
        <FoundPeople
          people={found.value ?? []}
          isAsked={wanted.length >= LEAST_LETTERS && !found.isReading}
          onOpen={(person) => void open(person)}
        />
      )}
    </>
  );
}

function FoundPeople({
  people,
  isAsked,
  onOpen,
}: {
  readonly people: readonly FoundPerson[];
  /** Somebody was looked for, and the answer is there. */
  readonly isAsked: boolean;
  readonly onOpen: (person: RecordId) => void;
}): ReactNode {
  const { t } = usePage();
  return (
    <section className="wb-found-people" aria-label={t("relations.people.found-label")}>
      <output className="ss-meta">
        {isAsked ? t("relations.people.found", { count: people.length }) : t("relations.people.hint")}
      </output>
      {people.length > 0 ? (
        <ul className="wb-card wb-people-list">
          {people.map(({ id, name, records }) => (
            <li key={id}>
              <button type="button" className="wb-person-row" onClick={() => onOpen(id)}>
                <strong>{name}</strong>
                <span className="ss-meta">
                  {[
                    ...new Set(records.flatMap(({ city }) => city ?? [])),
                    ...new Set(records.flatMap(({ birthDate }) => birthDate ?? [])),
                    ...new Set(records.map(({ source }) => source)),
                  ].join(" · ")}
                </span>
                <Icon name="chevron-right" size="small" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
