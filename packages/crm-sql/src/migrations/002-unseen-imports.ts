import type { Migration } from "./index.ts";

const NAMES = ["team_member", "account", "contact", "product", "opportunity", "line_item", "asset"];

/**
 * An import writes new rows to their place at once, marked as its own, and they are seen from the moment its mark is
 * no longer among the pending ones: all of a file in one instant, without writing a row twice. `crm_…` are the rows
 * that are seen, `stored_…` all of them. A column added to a table must be added to its view: drop and create it.
 */
export const unseenImports: Migration = {
  name: "unseen-imports",
  statements: [
    `create table import_pending (writer text primary key, tenant text not null)`,
    ...NAMES.flatMap((name) => [
      `alter table crm_${name} rename to stored_${name}`,
      `alter table stored_${name} add column import text`,
      `create view crm_${name} as select * from stored_${name}
        where import is null or import <> all (array(select writer from import_pending))`,
    ]),
    // What a file says about rows that are seen already waits here for its end. `part`: rows that speak about the
    // same fields of the same kind.
    `create table import_change (
      writer text not null, part integer not null, id text collate "C" not null, row json not null,
      primary key (writer, part, id))`,
    `drop table import_batch`,
  ],
};
