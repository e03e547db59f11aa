import { type ReactNode, useCallback, useEffect } from "react";
import { usePage } from "../../page/page-context.ts";
import { useView } from "../../page/use-view.ts";
import { Failure } from "../failure.view.tsx";
import type { RelationsClient } from "../relations-client.ts";
import { useReading } from "../use-reading.ts";
import { ImportBox } from "./import-box.view.tsx";
import { createRelationImportDesk, type RelationImportDesk } from "./relation-import-desk.ts";
import { SourceCard } from "./source-card.view.tsx";

const desks = new WeakMap<RelationsClient, RelationImportDesk>();

function deskOf(client: RelationsClient): RelationImportDesk {
  const desk = desks.get(client) ?? createRelationImportDesk(client);
  desks.set(client, desk);
  return desk;
}

/** What is known from where, and the way for more of it. */
export function SourcesPart({ client }: { readonly client: RelationsClient }): ReactNode {
  const { t, format } = usePage();
  const desk = deskOf(client);
  const { job } = useView(desk);
  const read = useCallback(
    async (signal: AbortSignal) => {
      const [sources, state] = await Promise.all([client.readSources(signal), client.readState(signal)]);
      return { sources, state };
    },
    [client],
  );
  const { value, error, isReading, readAgain } = useReading(read);
  const report = job?.report;
  useEffect(() => {
    if (report?.outcome === "finished") readAgain();
  }, [report, readAgain]);
  const sources = value?.sources ?? [];
  return (
    <>
      <ImportBox desk={desk} client={client} sources={sources} />
      {error ? <Failure error={error} onRetry={readAgain} /> : null}
      <section className="wb-sources" aria-labelledby="relation-sources" aria-busy={isReading}>
        <header className="wb-sources-head">
          <h2 id="relation-sources">{t("relations.sources")}</h2>
          {value ? (
            <p className="ss-meta ss-number">
              {t("relations.together", {
                people: format.number(value.state.people),
                bodies: format.number(value.state.bodies),
                ties: format.number(value.state.ties),
              })}
            </p>
          ) : null}
        </header>
        {value && sources.length === 0 ? (
          <p className="wb-card wb-none">{t("relations.no-sources")}</p>
        ) : null}
        {value ? null : <div className="ss-bone wb-bone-head" />}
        {sources.map((source) => (
          <SourceCard key={source.name} source={source} client={client} onChanged={readAgain} />
        ))}
      </section>
    </>
  );
}
