import type { RelationProblem } from "@sweetspot/relation-import";
import { type ReactNode, useState } from "react";
import { usePage } from "../../page/page-context.ts";

const AT_FIRST = 20;

/** Each thing wrong with a row: where it stands, what it is, and what to do. */
export function RelationProblemTable({
  problems,
  total,
}: {
  readonly problems: readonly RelationProblem[];
  readonly total: number;
}): ReactNode {
  const { t, format } = usePage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, AT_FIRST);
  return (
    <>
      <table className="wb-table wb-problem-table">
        <thead>
          <tr>
            <th scope="col">{t("import.problem.place")}</th>
            <th scope="col">{t("import.problem.value")}</th>
            <th scope="col">{t("import.problem.what")}</th>
            <th scope="col">{t("import.problem.remedy")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ file, line, column, value, code, effect }) => (
            <tr key={`${file}:${line}:${column ?? ""}:${code}`}>
              <th scope="row">
                <span className="wb-problem-file">{file}</span>{" "}
                <span className="ss-meta ss-number">
                  {t("import.problem.line", { line: format.number(line) })}
                </span>
              </th>
              <td data-label={t("import.problem.value")}>
                {column === undefined ? null : <span className="ss-meta">{column}: </span>}
                {value === undefined || value === "" ? "–" : value}
              </td>
              <td data-label={t("import.problem.what")}>
                {t(`relations.problem.${code}`)}{" "}
                <span className={effect === "row" ? "ss-chip ss-chip-bad" : "ss-chip ss-chip-warn"}>
                  {t(`relations.effect.${effect}`)}
                </span>
              </td>
              <td data-label={t("import.problem.remedy")}>{t(`relations.remedy.${code}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > AT_FIRST && !isWhole ? (
        <button type="button" className="ss-link wb-more" onClick={() => setWhole(true)}>
          {t("list.all", { count: problems.length, number: format.number(problems.length) })}
        </button>
      ) : null}
      {total > problems.length ? (
        <p className="ss-meta">{t("import.problems-cut", { shown: format.number(problems.length) })}</p>
      ) : null}
    </>
  );
}
