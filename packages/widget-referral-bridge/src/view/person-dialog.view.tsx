import type { RecordId } from "@sweetspot/contract";
import { Dialog, usePlanSession } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo } from "react";
import { joinCasts } from "../model/cast.model.ts";
import { saySource } from "../model/sentence.model.ts";
import { Ground } from "./ground.view.tsx";
import { Failed } from "./notes.view.tsx";
import { useAnswer } from "./use-answer.ts";
import { useSpeech } from "./use-speech.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

/** What is stored about a person here: sources with their days, and every relation that may be seen. */
export function PersonDialog({ ways }: { readonly ways: Ways }): ReactNode {
  const { dialog, show, cast } = ways;
  const t = useText();
  const id = dialog?.kind === "person" ? dialog.id : undefined;
  const name = id === undefined ? "" : (cast.people.get(id)?.name ?? "");
  return (
    <Dialog
      open={id !== undefined}
      onOpenChange={() => show(undefined)}
      title={t("report.title", { name })}
      size="large"
    >
      {id === undefined ? null : <Report ways={ways} id={id} />}
    </Dialog>
  );
}

const MOST = 50;

function Report({ ways, id }: { readonly ways: Ways; readonly id: RecordId }): ReactNode {
  const { relations } = ways;
  const t = useText();
  const { account } = usePlanSession();
  const ask = useMemo(
    () =>
      relations &&
      ((signal: AbortSignal) =>
        relations.listAcquaintances({ account, person: id }, { limit: MOST, signal })),
    [relations, account, id],
  );
  const answer = useAnswer(ask, id);
  const page = answer.value;
  const cast = useMemo(() => (page ? joinCasts([page]) : ways.cast), [page, ways.cast]);
  const spoken = useSpeech(cast);
  const person = cast.people.get(id) ?? ways.cast.people.get(id);
  if (answer.error) return <Failed answer={answer} />;
  return (
    <div className="rb-report" aria-busy={answer.waiting !== "no"}>
      <dl>
        {person?.city === undefined ? null : (
          <div>
            <dt>{t("report.city")}</dt>
            <dd>
              <bdi>{person.city}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("report.sources")}</dt>
          <dd>
            <ul>
              {person?.sources.map((source) => (
                <li key={`${source.name} ${source.date ?? ""}`}>
                  <bdi>{saySource(source, spoken)}</bdi>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      {page ? (
        <section>
          <h3>{t("report.relations", { count: page.total })}</h3>
          <ul>
            {page.items.flatMap((link) =>
              link.because.map((ground) => (
                <Ground
                  key={`${link.to} ${ground.ties.map((tie) => tie.id).join()}`}
                  ground={ground}
                  link={link}
                  spoken={spoken}
                />
              )),
            )}
          </ul>
          {page.total > page.items.length ? (
            <p className="ss-meta">{t("report.more", { count: page.total - page.items.length })}</p>
          ) : null}
        </section>
      ) : (
        <p className="ss-meta">{t("waiting.brief")}</p>
      )}
      <p className="ss-meta">{t("report.rights")}</p>
    </div>
  );
}
