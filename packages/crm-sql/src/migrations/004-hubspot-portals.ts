import type { Migration } from "./index.ts";

// Portals and users are numbers of HubSpot's, kept as text: nothing is calculated with them.
const OF_USER = `portal text not null, user_id text not null`;
const GRANTED = `foreign key (portal, user_id) references hubspot_grant (portal, user_id) on delete cascade`;

/** What the gateway knows of HubSpot portals. Secrets lie here sealed, or as hashes that give nothing back. */
export const hubspotPortals: Migration = {
  name: "hubspot-portals",
  statements: [
    `create table hubspot_portal (
      portal text primary key, state text not null check (state in ('installed', 'uninstalled')),
      installed_at timestamptz not null, uninstalled_at timestamptz)`,
    // One consent of one user. The lease says that an instance is fetching a new access token at this moment.
    `create table hubspot_grant (
      ${OF_USER}, key_id text not null, sealed text not null, scopes jsonb not null, user_level boolean,
      granted_at timestamptz not null, expires_at timestamptz not null, lease text, lease_until timestamptz,
      primary key (portal, user_id),
      foreign key (portal) references hubspot_portal (portal) on delete cascade)`,
    `create table hubspot_install (
      state_hash text primary key, browser_hash text not null, key_id text not null, sealed text not null,
      expires_at timestamptz not null)`,
    `create table hubspot_launch (
      code_hash text primary key, ${OF_USER}, account text not null, widget text not null,
      object_type text not null, object_id text not null, expires_at timestamptz not null,
      forget_at timestamptz not null, used_at timestamptz, ${GRANTED})`,
    `create index on hubspot_launch (portal, user_id)`,
    `create table hubspot_session (
      token_hash text primary key, ${OF_USER}, account text not null, widget text not null,
      expires_at timestamptz not null, ends_at timestamptz not null, ${GRANTED})`,
    `create index on hubspot_session (portal, user_id)`,
    // HubSpot delivers an event several times, late and in any order; together these four tell one from another.
    `create table hubspot_event (
      portal text not null, subscription text not null, event text not null, occurred_at timestamptz not null,
      kind text not null, body jsonb not null, received_at timestamptz not null, due_at timestamptz not null,
      attempts integer not null default 0, done_at timestamptz,
      primary key (portal, subscription, event, occurred_at))`,
    `create index on hubspot_event (due_at) where done_at is null`,
    `create index on hubspot_event (received_at)`,
  ],
};
