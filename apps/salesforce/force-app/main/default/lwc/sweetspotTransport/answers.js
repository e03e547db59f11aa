/** Lightning Data Service may answer from its cache that long; how long it really keeps a query is not documented. */
const CACHED_MS = 5 * 60_000;
const MOST_REMEMBERED = 500;

/** @type {Map<string, number>} When each read of this page was last asked for. */
const asked = new Map();

/**
 * Whoever asks the same again within minutes wants to know what is new.
 *
 * @param {string} document what tells its document from others
 * @param {unknown} variables
 */
export function isAskedAgain(document, variables, now = Date.now()) {
  const key = `${document}\n${JSON.stringify(variables)}`;
  const before = asked.get(key);
  asked.delete(key);
  asked.set(key, now);
  const [oldest] = asked.keys();
  if (asked.size > MOST_REMEMBERED && oldest !== undefined) asked.delete(oldest);
  return before !== undefined && now - before < CACHED_MS;
}

/**
 * `{ data, errors }` as GraphQL has it, as a copy of our own: what Lightning hands out is read-only. Where the request
 * itself failed, the failure is thrown.
 *
 * @param {{ data?: unknown, errors?: unknown, failure?: unknown }} outcome
 * @returns {Promise<{ data: unknown, errors?: readonly unknown[] }>}
 */
export async function toAnswer({ data, errors, failure }) {
  if (failure) throw failure;
  const copy = await copyOf({ data: data ?? null, errors: errors ?? null });
  if (copy.errors === null) return { data: copy.data };
  if (!Array.isArray(copy.errors)) throw copy.errors;
  if (copy.errors.length === 0) return { data: copy.data };
  const [first] = copy.errors;
  // A failed request comes as a list too; it has a status where GraphQL has a message and a path.
  if (copy.data === null && typeof first.status === "number") throw first;
  return copy;
}

/**
 * What Lightning hands out lives outside the sandbox, where each property that is read costs a crossing: a thousand deals
 * take seconds. The browser itself writes them down out there, and one text crosses.
 *
 * @param {unknown} value
 */
async function copyOf(value) {
  const text =
    typeof Response.json === "function" ? await Response.json(value).text() : JSON.stringify(value);
  return JSON.parse(text);
}

/**
 * A user without access to an Apex class is refused in a sentence of their own language; the name of the class in it is
 * the same in all of them.
 *
 * @param {any} failure
 */
export function toPlanFailure(failure) {
  const message = String(failure?.body?.message ?? failure?.message ?? "");
  if (message.includes("SweetspotPlanStore") && !failure?.body?.exceptionType)
    return { status: 403, body: { errorCode: "INSUFFICIENT_ACCESS_TO_PLAN_SERVICE", message } };
  return failure;
}
