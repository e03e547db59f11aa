// What failed, in a few lines each: a long run is read from its end.
import path from "node:path";

const LINES_PER_FAILURE = 12;

/**
 * The failed tests of a Vitest JSON report, each with its file and the first lines of its error.
 *
 * @param {{ testResults?: { name: string; status: string; message?: string; assertionResults?: { fullName: string; status: string; failureMessages?: string[] }[] }[] }} report
 * @param {string} root folder that file names are shortened by
 * @returns {string[]}
 */
export function vitestFailures(report, root) {
  return (report.testResults ?? []).flatMap((file) => {
    const place = path.relative(root, file.name);
    const failed = (file.assertionResults ?? []).filter((test) => test.status === "failed");
    if (failed.length > 0) {
      return failed.map((test) => describe(`${place} › ${test.fullName}`, test.failureMessages?.[0]));
    }
    return file.status === "failed" ? [describe(place, file.message)] : [];
  });
}

/**
 * The failed journeys of a Playwright JSON report, each with its file, line and the first lines of its error.
 *
 * @param {{ suites?: object[] }} report
 * @returns {string[]}
 */
export function playwrightFailures(report) {
  return (report.suites ?? []).flatMap(failuresOfSuite);
}

function failuresOfSuite(suite) {
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) =>
      describe(`${spec.file}:${spec.line} › ${spec.title}`, spec.tests?.[0]?.results?.at(-1)?.error?.message),
    );
  return [...own, ...(suite.suites ?? []).flatMap(failuresOfSuite)];
}

function describe(title, message) {
  // oxlint-disable-next-line no-control-regex -- the colours of a terminal
  const plain = (message ?? "no message").replaceAll(/\u001B\[[0-9;]*m/g, "");
  const lines = plain.split("\n").slice(0, LINES_PER_FAILURE);
  return [`✗ ${title}`, ...lines.map((line) => `    ${line}`)].join("\n");
}
