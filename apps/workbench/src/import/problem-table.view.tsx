import { type ReactNode, useState } from "react";
import { type TextKey, usePage } from "../page/page-context.ts";

const AT_FIRST = 20;

/** What any import finds wrong with a row. */
interface RowProblem {
  readonly file: string;
  readonly line: number;
  readonly column?: string | undefined;
  readonly value?: string | undefined;
  readonly code: string;
  readonly effect: string;
}

/** Each thing wrong with a row: where it stands, what it is, and what to do. */
export function ProblemTable<P extends RowProblem>({
  problems,
  total,
  textsOf,
}: {
  readonly problems: readonly P[];
  readonly textsOf: (problem: P) => Readonly<Record<"what" | "effect" | "remedy", TextKey>>;
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
          {shown.map((problem) => {
            const texts = textsOf(problem);
            return (
              <tr key={`${problem.file}:${problem.line}:${problem.column ?? ""}:${problem.code}`}>
                <th scope="row">
                  <span className="wb-problem-file">{problem.file}</span>{" "}
                  <span className="ss-meta ss-number">
                    {t("import.problem.line", { line: format.number(problem.line) })}
                  </span>
                </th>
                <td data-label={t("import.problem.value")}>
                  {problem.column === undefined ? null : <span className="ss-meta">{problem.column}: </span>}
                  {problem.value === undefined || problem.value === "" ? "–" : problem.value}
                </td>
                <td data-label={t("import.problem.what")}>
                  {t(texts.what)}{" "}
                  <span className={problem.effect === "row" ? "ss-chip ss-chip-bad" : "ss-chip ss-chip-warn"}>
                    {t(texts.effect)}
                  </span>
                </td>
                <td data-label={t("import.problem.remedy")}>{t(texts.remedy)}</td>
              </tr>
            );
          })}
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
