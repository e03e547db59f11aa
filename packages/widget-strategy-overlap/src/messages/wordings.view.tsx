import { accountScope, type Change, CrmError } from "@sweetspot/contract";
import { Button, readHistory, useFormat, usePlanSession, useT } from "@sweetspot/widget-kit";
import { type ReactNode, useEffect, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import { useMemberName } from "./message-context.ts";
import type { ToldMessage } from "./told.model.ts";
import { wordingsOf } from "./wordings.model.ts";

type Reading =
  | { readonly state: "reading" }
  | { readonly state: "failed"; readonly code: CrmError["code"] }
  | { readonly state: "read"; readonly changes: readonly Change[] };

/** The earlier wordings of a message, read from the plan's history when somebody asks for them. */
export function Wordings({ message }: { readonly message: ToldMessage }): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { version } = message.record.fields;
  if (version < 2) return null;
  return (
    <section className="so-panel-part">
      <Button size="small" tone="quiet" icon="clock" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("messages.wordings", { count: version - 1 })}
      </Button>
      {/* Another wording is another history. */}
      {open ? <WordingList key={version} message={message} /> : null}
    </section>
  );
}

function WordingList({ message }: { readonly message: ToldMessage }): ReactNode {
  const t = useText();
  const kit = useT();
  const format = useFormat();
  const nameOf = useMemberName();
  const session = usePlanSession();
  const [reading, setReading] = useState<Reading>({ state: "reading" });
  const { id, fields } = message.record;
  useEffect(() => {
    const leaving = new AbortController();
    readHistory(session, accountScope(session.account), 0, {
      signal: leaving.signal,
      isEnough: ({ record, after }) => record === id && after?.["version"] === fields.version,
    }).then(
      (changes) => setReading({ state: "read", changes }),
      (error: unknown) => {
        if (!leaving.signal.aborted)
          setReading({ state: "failed", code: CrmError.is(error) ? error.code : "unavailable" });
      },
    );
    return () => leaving.abort();
  }, [session, id, fields.version]);
  if (reading.state === "reading") return <p className="ss-meta">{t("messages.wordings-reading")}</p>;
  if (reading.state === "failed") return <p className="ss-meta">{kit(`kit.error.${reading.code}.short`)}</p>;
  const earlier = wordingsOf(id, reading.changes).filter(({ version }) => version < fields.version);
  if (earlier.length === 0) return <p className="ss-meta">{t("messages.wordings-none")}</p>;
  return (
    <ol className="so-panel-list so-told-wordings" reversed>
      {earlier.map(({ version, statement, by, at }) => (
        <li key={version}>
          <span className="ss-meta">
            {t("messages.wording-by", {
              version,
              name: nameOf(by) ?? t("messages.reader-gone"),
              when: format.date(at),
            })}
          </span>
          <p dir="auto">{statement}</p>
        </li>
      ))}
    </ol>
  );
}
