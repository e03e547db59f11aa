import {
  type CrmErrorCode,
  type CrmReader,
  HIDDEN,
  type Involvement,
  type InvolvementPage,
  type PlanStore,
  type RecordId,
  type TeamMember,
  toRecordId,
} from "@sweetspot/contract";
import {
  type AdapterHarness,
  type AdapterUnderTest,
  inWorldsForm,
  type Ports,
} from "@sweetspot/crm-conformance";
import type { CrmWorld } from "@sweetspot/fixtures";
import {
  createHubspotEmulator,
  type FailureCause,
  type HubspotEmulator,
  type Session,
} from "@sweetspot/hubspot-emulator";
import { createHubspotClient } from "./hubspot-client.ts";
import { createHubspotCrm } from "./hubspot-crm.ts";
import { createHubspotPortal, type HubspotPortal } from "./hubspot-portal.ts";
import { openAddress } from "./portal-addresses.fixture.ts";
import { createQuickClock } from "./quick-clock.fixture.ts";

/**
 * How HubSpot itself comes to fail in each of the seven ways; those of one code take turns. Only causes the adapter does
 * not get over by waiting: those have tests of their own.
 */
const CAUSES: Readonly<Record<CrmErrorCode, readonly FailureCause[]>> = {
  unauthenticated: ["token-expired"],
  forbidden: ["no-permission"],
  "not-found": ["gone"],
  conflict: ["conflict"],
  "rate-limited": ["daily-limit"],
  unavailable: ["migrating", "unavailable-page", "server-error"],
  malformed: ["bad-request"],
};

let portals = 0;

/** The plan store of one tenant. */
export type OpenPlans = (
  tenant: string,
) => (member: TeamMember, world: CrmWorld, portal: HubspotPortal, token: () => string) => PlanStore;

/** The adapter through HubSpot's own client against the emulator; plans in the store given. */
export const emulatedHubspot = (
  openPlans: OpenPlans,
  prepare: (portal: HubspotPortal, emulator: HubspotEmulator) => Promise<unknown> = async () => {},
): AdapterHarness => ({
  async create(world): Promise<AdapterUnderTest> {
    portals += 1;
    const emulator = createHubspotEmulator(world, { portalId: portals });
    const { basePath, close } = openAddress(emulator);
    const plans = openPlans(`portal-${portals}`);
    const portal = createHubspotPortal({
      client: createHubspotClient(basePath),
      mapping: emulator.mapping,
      clock: createQuickClock(),
      // Limits have tests of their own; waiting for them would let requests of one rule run into the next.
      budget: { take: async () => {}, hold: () => {} },
    });
    await prepare(portal, emulator);
    let failures = 0;
    const ports = ({ token, userId }: Session, member: RecordId): Ports => {
      const { reader, store } = createHubspotCrm({
        portal,
        user: { id: userId, token: () => token },
        planStore: (member) => plans(member, world, portal, () => token),
      });
      return { reader: toReaderOf(world, reader, member), store };
    };
    return {
      as: async (user) => ports(emulator.signIn(user), user),
      anonymous: async () => ports({ token: "none", userId: "0" }, toRecordId("nobody")),
      async failNext(code) {
        const causes = CAUSES[code];
        emulator.failNext(causes[failures % causes.length] as FailureCause);
        failures += 1;
      },
      dispose: async () => close(),
    };
  },
});

/**
 * What the suite's world has of people's parts and no HubSpot: ids, dates, marks, and roles that are withheld. They are
 * brought into the world's form here, beside what every CRM of fixed fields lacks, and nothing else.
 */
function toReaderOf(world: CrmWorld, given: CrmReader, user: RecordId): CrmReader {
  const reader = inWorldsForm(world, given);
  const role = world.teamMembers.find((member) => member.id === user)?.role;
  const withholdsRoles = world.access.some(
    (rule) => rule.object === "involvement" && rule.field === "roles" && rule.role === role,
  );
  const parts = new Map(world.involvements.map((one) => [endsOf(one), one]));
  const toPart = (part: Involvement): Involvement => {
    const { id, primary, active, since, until } = structuredClone(parts.get(endsOf(part)) ?? part);
    return { ...part, id, primary, active, since, until, ...(withholdsRoles ? { roles: HIDDEN } : {}) };
  };
  return {
    ...reader,
    async listInvolvements(account, options) {
      const page = await reader.listInvolvements?.(account, options);
      return { ...(page as InvolvementPage), items: (page?.items ?? []).map(toPart) };
    },
  };
}

/** A person and a place: there is one part of the two. */
const endsOf = ({ person, place }: Involvement): string =>
  [
    place.kind === "account" ? place.account : place.opportunity,
    person.kind === "contact" ? person.contact.id : person.teamMember,
  ].join(" ");
