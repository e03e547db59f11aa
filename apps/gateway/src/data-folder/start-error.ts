/** Why a gateway cannot start, in words for the person who started it: what, where, and what to do. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The code of a failed system call, "" for any other error. */
export const systemCode = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
