import type { RelationImportSource } from "@sweetspot/relation-import";
import { Icon } from "@sweetspot/widget-kit/page";
import { type ReactNode, useState } from "react";
import { usePage } from "../../page/page-context.ts";
import type { Source } from "../relations-client.ts";
import { TermsFields, type TermsText, toTerms, toTermsText } from "./terms-fields.view.tsx";

export interface ImportSourceCardProps {
  readonly sources: readonly Source[];
  /** How many files would be imported. */
  readonly files: number;
  /** As what they were imported last; absent before. */
  readonly last: RelationImportSource | undefined;
  /** There are files, and nothing is missing but what this card asks. */
  readonly isReady: boolean;
  readonly onRun: (source: RelationImportSource) => void;
  readonly onStartOver: () => void;
}

const NEW = "";
const NO_TERMS: TermsText = { purpose: "", months: "" };

/** Whose files these are and what they may be used for: without that nothing is imported. */
export function ImportSourceCard(props: ImportSourceCardProps): ReactNode {
  const { sources, files, last, isReady, onRun, onStartOver } = props;
  const { t } = usePage();
  const [known, setKnown] = useState(NEW);
  const [name, setName] = useState(last?.name ?? "");
  const [text, setText] = useState<TermsText>(() => (last ? toTermsText(last) : NO_TERMS));
  const [isWhole, setWhole] = useState(last?.whole === true);
  const [date, setDate] = useState(last?.date ?? "");
  const terms = toTerms(text);
  const named = (known === NEW ? name : known).trim();
  const isTaken = known === NEW && sources.some((source) => source.name === named);
  // The source's ids begin with its name.
  const isWrong = named.includes("/") || named.toUpperCase() === "CRM";
  const source: RelationImportSource | undefined =
    terms && named !== "" && !isWrong
      ? {
          name: named,
          ...terms,
          ...(isWhole ? { whole: true } : {}),
          ...(date === "" ? {} : { date }),
        }
      : undefined;
  const choose = (next: string): void => {
    setKnown(next);
    const found = sources.find((one) => one.name === next);
    setText(found ? toTermsText(found) : NO_TERMS);
  };
  return (
    <form
      className="wb-card wb-import-source"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && source) onRun(source);
      }}
    >
      <h2>{t("relations.source-of-files")}</h2>
      <div className="wb-terms">
        {sources.length > 0 ? (
          <label className="ss-field">
            <span className="ss-label">{t("relations.source")}</span>
            <select className="ss-input" value={known} onChange={(event) => choose(event.target.value)}>
              <option value={NEW}>{t("relations.source.new")}</option>
              {sources.map((one) => (
                <option key={one.name} value={one.name}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        {known === NEW ? (
          <label className="ss-field">
            <span className="ss-label">{t("relations.source.name")}</span>
            <input
              type="text"
              className="ss-input"
              maxLength={120}
              required
              value={name}
              placeholder={t("relations.source.example")}
              aria-invalid={isWrong}
              onChange={(event) => setName(event.target.value)}
            />
            {isWrong ? <span className="ss-error">{t("relations.source.wrong")}</span> : null}
            {isTaken ? <span className="ss-meta">{t("relations.source.taken")}</span> : null}
          </label>
        ) : null}
        <TermsFields text={text} onChange={setText} />
        <label className="ss-field">
          <span className="ss-label">{t("relations.source.date")}</span>
          <input
            type="date"
            className="ss-input"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <span className="ss-meta">{t("relations.source.date.help")}</span>
        </label>
        <label className="ss-check wb-whole">
          <input type="checkbox" checked={isWhole} onChange={(event) => setWhole(event.target.checked)} />
          <span className="ss-check-words">
            {t("relations.whole")}
            <span className="ss-meta">{t("relations.whole.help")}</span>
          </span>
        </label>
      </div>
      <div className="wb-import-actions">
        <button type="submit" className="ss-button ss-button-primary" disabled={!isReady || !source}>
          <Icon name="upload" size="small" />
          {last ? t("import.run-again", { count: files }) : t("import.run", { count: files })}
        </button>
        <button type="button" className="ss-button" onClick={onStartOver}>
          {t("import.start-over")}
        </button>
      </div>
    </form>
  );
}
