import type { Migration } from "./index.ts";

const KEY = `text collate "C"`;

/**
 * The keys of a record: `writing` is the import that last changed it, and it is seen once that import has a revision; `shown`
 * the import that last had it. Ties keep the source's own keys of their ends, as a file may name people of another source.
 */
const RECORD = `tenant text not null, source integer not null, key ${KEY} not null,
  writing integer not null, shown integer not null, source_date text`;

/** Who is tied to whom, by which register. A revision counts every change of a tenant's relations that can be seen. */
export const relations: Migration = {
  name: "relations",
  statements: [
    `create sequence relation_number as integer`,
    // Who has seen less than the horizon starts anew: what happened before is no longer known change by change.
    `create table relation_state (
      tenant text primary key, revision integer not null, horizon integer not null, salt text not null)`,
    `create table relation_writing (
      number integer primary key, tenant text not null, source integer not null, at timestamptz not null,
      expires_at timestamptz, revision integer)`,
    `create unique index on relation_writing (tenant) where revision is null`,
    `create index on relation_writing (tenant, revision)`,
    `create table relation_source (
      tenant text not null, name ${KEY} not null, number integer not null unique, purpose text not null,
      retention_months integer, imported_at timestamptz, revision integer not null, primary key (tenant, name))`,
    `create table relation_person (${RECORD},
      name text not null, given_name text, family_name text, title text, city text, birth_date text,
      primary key (tenant, source, key))`,
    `create table relation_body (${RECORD},
      name text not null, place text, people integer, insolvent text, register text,
      primary key (tenant, source, key))`,
    `create table relation_tie (${RECORD},
      person text, body text, other_person text, other_body text, type text not null, role text,
      share double precision, start_date text, end_date text, seen_from text, seen_to text,
      primary key (tenant, source, key))`,
    ...["person", "body", "tie"].map((name) => `create index on relation_${name} (tenant, writing)`),
    // What an import says about records that are seen waits here for its end; without a row: the same as before.
    `create table relation_change (
      writing integer not null, kind text not null, key ${KEY} not null, row json, primary key (writing, kind, key))`,
    // Records that are no more, for books that still have them.
    `create table relation_gone (
      tenant text not null, revision integer not null, kind text not null, id ${KEY} not null,
      at timestamptz not null)`,
    `create index on relation_gone (tenant, revision)`,
    `create table relation_decision (
      tenant text not null, one ${KEY} not null, other ${KEY} not null, same boolean, by text not null,
      at timestamptz not null, revision integer not null, primary key (tenant, one, other))`,
    `create table relation_proposal (
      tenant text not null, kind text not null, one ${KEY} not null, other ${KEY} not null,
      score double precision not null, reasons jsonb not null, primary key (tenant, kind, one, other))`,
    // Only what tells an erased person when he comes again, and nothing that tells who he was.
    `create table relation_erased (
      tenant text not null, sign text not null, at timestamptz not null, primary key (tenant, sign))`,
    `create table relation_wish (
      tenant text not null, member text not null, wish text not null check (wish in ('shared', 'ask-first', 'hidden')),
      at timestamptz not null, revision integer not null, primary key (tenant, member))`,
  ],
};
