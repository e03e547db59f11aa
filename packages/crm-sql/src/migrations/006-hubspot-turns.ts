import type { Migration } from "./index.ts";

/** When a portal's latest requests were, or will be, sent by any of the gateways; in milliseconds since 1970. */
export const hubspotTurns: Migration = {
  name: "hubspot-turns",
  statements: [
    // Worth ten seconds: after a crash of the server it may be empty.
    `create unlogged table hubspot_turn (
      portal text not null, lane text not null, turns double precision[] not null,
      held_until double precision not null default 0, primary key (portal, lane)) with (fillfactor = 50)`,
  ],
};
