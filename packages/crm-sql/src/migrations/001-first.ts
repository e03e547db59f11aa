import type { Migration } from "./index.ts";

// Ids and folded names sort by code point ("C"), so that every database, and every adapter, agrees on the order.
const KEY = `text collate "C"`;

/** `search_name` is the folded name for search and order, `name_key` what an import without ids finds it by. */
const NAMES = `search_name ${KEY} not null, name_key ${KEY} not null`;

const CRM = [
  `create table crm_team_member (
    tenant text not null, id ${KEY} not null, name text not null, ${NAMES},
    email text, role text not null check (role in ('rep', 'admin')), active boolean not null,
    primary key (tenant, id))`,
  `create index on crm_team_member (tenant, search_name, id)`,
  `create index on crm_team_member (tenant, name_key, id)`,
  `create table crm_account (
    tenant text not null, id ${KEY} not null, name text not null, ${NAMES},
    parent ${KEY}, owner text, industry text, country text, city text, website text, employees numeric,
    annual_revenue numeric, annual_revenue_currency text, attributes jsonb not null, updated_at timestamptz,
    primary key (tenant, id))`,
  `create index on crm_account (tenant, search_name, id)`,
  `create index on crm_account (tenant, name_key, id)`,
  `create index on crm_account (tenant, parent)`,
  `create table crm_contact (
    tenant text not null, id ${KEY} not null, name text not null, search_name ${KEY} not null,
    account ${KEY}, title text, department text, email text, phone text, owner text,
    primary key (tenant, id))`,
  `create index on crm_contact (tenant, account, search_name, id)`,
  `create table crm_product (
    tenant text not null, id ${KEY} not null, name text not null, ${NAMES},
    code text, family text, list_price numeric, list_price_currency text, active boolean not null,
    primary key (tenant, id))`,
  `create index on crm_product (tenant, search_name, id)`,
  `create index on crm_product (tenant, name_key, id)`,
  `create table crm_opportunity (
    tenant text not null, id ${KEY} not null, name text not null, ${NAMES},
    account ${KEY}, status text not null check (status in ('open', 'won', 'lost')), stage text,
    amount numeric, amount_currency text, close_date date, owner text, product ${KEY}, product_name text,
    attributes jsonb not null, primary key (tenant, id))`,
  `create index on crm_opportunity (tenant, account)`,
  `create index on crm_opportunity (tenant, name_key, id)`,
  `create table crm_line_item (
    tenant text not null, id ${KEY} not null, opportunity ${KEY} not null, position integer not null,
    product ${KEY}, product_name text not null, quantity numeric, amount numeric, amount_currency text,
    origin text not null default 'line-item' check (origin in ('line-item', 'opportunity')), primary key (tenant, id))`,
  `create index on crm_line_item (tenant, opportunity)`,
  `create table crm_asset (
    tenant text not null, id ${KEY} not null, name text not null, search_name ${KEY} not null,
    account ${KEY}, product ${KEY}, product_name text not null, active boolean not null, since date, until date,
    primary key (tenant, id))`,
  `create index on crm_asset (tenant, account)`,
  `create table crm_access (
    tenant text not null, position integer not null, object text not null, field text, role text not null,
    ids jsonb, primary key (tenant, position))`,
  `create table crm_task (
    tenant text not null, id ${KEY} not null, account ${KEY} not null, subject text not null, due date,
    owner text, note text, created_by text not null, created_at timestamptz not null, primary key (tenant, id))`,
  `create table setting (
    tenant text not null, name ${KEY} not null, value jsonb not null, primary key (tenant, name))`,
];

// An import is staged and merged at its end, so that no reader ever sees half a file.
const IMPORT = [
  `create table import_lease (
    tenant text primary key, writer text not null, expires_at timestamptz not null)`,
  `create table import_batch (
    tenant text not null, writer text not null, position integer not null, kind text not null,
    fields jsonb not null, rows json not null, size integer not null, primary key (tenant, writer, position))`,
  // The rows leave again within minutes: packing them costs more than it saves.
  `alter table import_batch alter column rows set storage external`,
];

const PLAN = [
  `create table plan_scope (
    tenant text not null, scope ${KEY} not null, version integer not null, changed_at timestamptz,
    primary key (tenant, scope))`,
  `create table plan_record (
    tenant text not null, scope ${KEY} not null, id ${KEY} not null, type text not null,
    revision integer not null, schema integer not null, fields jsonb not null, removed boolean not null,
    created_by text not null, created_at timestamptz not null,
    updated_by text not null, updated_at timestamptz not null, primary key (tenant, scope, id))`,
  `create table plan_reference (
    tenant text not null, scope ${KEY} not null, source ${KEY} not null, field text not null, target ${KEY} not null,
    primary key (tenant, scope, target, source, field))`,
  `create index on plan_reference (tenant, scope, source)`,
  `create table plan_change (
    tenant text not null, scope ${KEY} not null, version integer not null, position integer not null,
    record ${KEY} not null, type text not null, revision integer not null, schema integer not null,
    before jsonb, after jsonb, created_by text not null, created_at timestamptz not null,
    by text not null, at timestamptz not null, primary key (tenant, scope, version, position))`,
  `create index on plan_change (tenant, scope, record, version)`,
  `create table plan_commit (
    tenant text not null, key ${KEY} not null, scope ${KEY} not null, content text not null,
    version integer not null, primary key (tenant, key))`,
];

export const first: Migration = { name: "first", statements: [...CRM, ...IMPORT, ...PLAN] };
