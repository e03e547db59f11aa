import { CrmError } from "@sweetspot/contract";

/** Written by a newer version of Sweetspot; going on could damage it. */
export class DatabaseTooNewError extends Error {
  override readonly name = "DatabaseTooNewError";
  constructor(found: number, known: number) {
    super(
      `This database was written by a newer Sweetspot (its version is ${found}, this program knows ${known}). ` +
        "Start the newer program, or point to another database or data folder. Nothing was changed.",
    );
  }
}

/** Unstorable values: a NUL character, half a surrogate pair, a date or number out of range. */
const MALFORMED = new Set(["22P05", "22021", "22P02", "22003", "22007", "22008"]);
/** Two writers met; the same call succeeds a moment later. */
const CONTENTION = new Set(["40001", "40P01", "55P03", "23505"]);
const FULL = new Set(["53100", "ENOSPC"]);

/**
 * Every failure of a database as one of the closed set. The database's own words stay in `cause`: they may quote data.
 *
 * @param place what failed, for the message: "the database", "the data folder …"
 */
export function toCrmError(error: unknown, place: string): unknown {
  if (CrmError.is(error) || error instanceof DatabaseTooNewError) return error;
  const code = codeOf(error);
  if (MALFORMED.has(code))
    return new CrmError("malformed", "A value holds something that the database cannot store.", {
      cause: error,
    });
  if (FULL.has(code))
    return new CrmError("unavailable", `There is no space left for ${place}. Free some, then try again.`, {
      cause: error,
    });
  if (CONTENTION.has(code))
    return new CrmError("unavailable", "Somebody else was writing at the same moment.", {
      cause: error,
      retryAfterMs: 200,
    });
  const reason = code === "" ? "" : ` (${code})`;
  return new CrmError("unavailable", `Sweetspot cannot use ${place} now${reason}.`, {
    cause: error,
    retryAfterMs: 2000,
  });
}

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
