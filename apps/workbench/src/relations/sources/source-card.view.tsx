import type { CrmError } from "@sweetspot/contract";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useId, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import { ConfirmDialog } from "../confirm-dialog.view.tsx";
import { Failure } from "../failure.view.tsx";
import { type RelationsClient, type Source, type SourceTerms, toCrmError } from "../relations-client.ts";
import { TermsFields, type TermsText, toTerms, toTermsText } from "./terms-fields.view.tsx";

export interface SourceCardProps {
  readonly source: Source;
  readonly client: RelationsClient;
  readonly onChanged: () => void;
}

/** One source: what it may be used for, how long it is kept, how much it tells. */
export function SourceCard({ source, client, onChanged }: SourceCardProps): ReactNode {
  const { t, format } = usePage();
  const id = useId();
  const [doing, setDoing] = useState<"edit" | "remove">();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CrmError>();
  const { name, purpose, retentionMonths, importedAt, people, bodies, ties } = source;

  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      onChanged();
    } catch (failure) {
      setError(toCrmError(failure));
    }
    setBusy(false);
    setDoing(undefined);
  };

  return (
    <article className="wb-card wb-source" aria-labelledby={id}>
      <header className="wb-source-head">
        <h3 id={id}>{name}</h3>
        <div className="wb-source-tools">
          <button
            type="button"
            className="ss-button ss-button-small"
            aria-expanded={doing === "edit"}
            aria-label={t("relations.edit-source", { name })}
            onClick={() => setDoing(doing === "edit" ? undefined : "edit")}
          >
            <Icon name="pencil" size="small" />
            {t("relations.edit")}
          </button>
          <button
            type="button"
            className="ss-button ss-button-small"
            aria-label={t("relations.remove-source", { name })}
            onClick={() => setDoing("remove")}
          >
            <Icon name="trash" size="small" />
            {t("relations.remove")}
          </button>
        </div>
      </header>
      {doing === "edit" ? (
        <TermsEditor
          terms={source}
          isBusy={isBusy}
          onSave={(terms) => void act(() => client.saveSource(name, terms))}
          onClose={() => setDoing(undefined)}
        />
      ) : (
        <p className="wb-source-purpose">{purpose}</p>
      )}
      <dl className="wb-facts">
        <Fact name={t("relations.last-import")}>{format.dateTime(importedAt)}</Fact>
        <Fact name={t("relations.retention")}>
          {retentionMonths === undefined
            ? t("relations.retention.none")
            : t("relations.retention.months", { count: retentionMonths })}
        </Fact>
        <Fact name={t("relations.kind.people")}>{format.number(people)}</Fact>
        <Fact name={t("relations.kind.bodies")}>{format.number(bodies)}</Fact>
        <Fact name={t("relations.kind.ties")}>{format.number(ties)}</Fact>
      </dl>
      {error ? <Failure error={error} /> : null}
      {doing === "remove" ? (
        <ConfirmDialog
          title={t("relations.remove-source", { name })}
          confirm={t("relations.remove")}
          isBusy={isBusy}
          onConfirm={() => void act(() => client.removeSource(name))}
          onClose={() => setDoing(undefined)}
        >
          <p>{t("relations.remove.goes", { records: format.number(people + bodies + ties) })}</p>
          <p>{t("relations.remove.stays")}</p>
        </ConfirmDialog>
      ) : null}
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="ss-number">{children}</dd>
    </div>
  );
}

function TermsEditor(props: {
  readonly terms: SourceTerms;
  readonly isBusy: boolean;
  readonly onSave: (terms: SourceTerms) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = usePage();
  const [text, setText] = useState<TermsText>(() => toTermsText(props.terms));
  const terms = toTerms(text);
  return (
    <form
      className="wb-terms"
      onSubmit={(event) => {
        event.preventDefault();
        if (terms && !props.isBusy) props.onSave(terms);
      }}
    >
      <TermsFields text={text} onChange={setText} />
      <div className="wb-import-actions">
        <button type="submit" className="ss-button ss-button-primary" disabled={!terms}>
          {t("relations.save")}
        </button>
        <button type="button" className="ss-button" onClick={props.onClose}>
          {t("relations.leave")}
        </button>
      </div>
    </form>
  );
}
