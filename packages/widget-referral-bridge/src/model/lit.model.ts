import type { RecordId, RelationPath } from "@sweetspot/contract";

/** What pointer or keyboard is at, in list or picture: a way, a person or body, or a link of two people. */
export type Lit =
  | { readonly kind: "way"; readonly way: number }
  | { readonly kind: "node"; readonly id: RecordId }
  | { readonly kind: "link"; readonly from: RecordId; readonly to: RecordId };

/** The numbers of the ways that pass what is lit. */
export function litWays(lit: Lit | undefined, paths: readonly RelationPath[]): ReadonlySet<number> {
  if (!lit) return new Set();
  if (lit.kind === "way") return new Set([lit.way]);
  const fits = (path: RelationPath): boolean =>
    lit.kind === "node"
      ? path.people.includes(lit.id) ||
        path.links.some(({ because }) => because[0]?.body !== undefined && because[0].body === lit.id)
      : path.links.some(({ from, to }) => from === lit.from && to === lit.to);
  return new Set(paths.flatMap((path, way) => (fits(path) ? [way] : [])));
}
