import { type RecordId, toRecordId } from "@sweetspot/contract";

/** The places of the workbench. They stand in the address after "#", so that any id fits and any server can serve them. */
export type Route =
  | { readonly page: "accounts"; readonly search: string }
  | { readonly page: "account"; readonly account: RecordId }
  | { readonly page: "import" }
  /** `query`: as it stands in the address. */
  | { readonly page: "portfolio"; readonly query: string }
  | { readonly page: "relations"; readonly part: RelationPart }
  | { readonly page: "unknown" };

/** Parts of the page about relations; the first is its beginning. */
export const RELATION_PARTS = ["sources", "matches", "people", "rules", "mine"] as const;
export type RelationPart = (typeof RELATION_PARTS)[number];

export function toRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [page, id, ...rest] = path.split("/");
  if (page === "" || (page === "accounts" && id === undefined))
    return { page: "accounts", search: new URLSearchParams(query).get("search") ?? "" };
  if (page === "accounts" && id && rest.length === 0) {
    const account = decode(id);
    return account === undefined ? { page: "unknown" } : { page: "account", account: toRecordId(account) };
  }
  if (page === "import" && id === undefined) return { page: "import" };
  if (page === "portfolio" && id === undefined) return { page: "portfolio", query };
  if (page === "relations" && rest.length === 0) {
    const part = RELATION_PARTS.find((one) => one === (id ?? RELATION_PARTS[0]));
    if (part) return { page: "relations", part };
  }
  return { page: "unknown" };
}

export function toHash(route: Route): string {
  switch (route.page) {
    case "accounts":
      return route.search === ""
        ? "#/accounts"
        : `#/accounts?${new URLSearchParams({ search: route.search })}`;
    case "account":
      return `#/accounts/${encodeURIComponent(route.account)}`;
    case "import":
      return "#/import";
    case "portfolio":
      return route.query === "" ? "#/portfolio" : `#/portfolio?${route.query}`;
    case "relations":
      return `#/relations/${route.part}`;
    case "unknown":
      return "#/accounts";
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
