import { describePlanStore } from "@sweetspot/crm-conformance";
import { CONFORMANCE_USERS } from "@sweetspot/fixtures";
import { emulatedHubspot } from "../emulated-hubspot.fixture.ts";
import { prepareNativeStorage } from "./native-object.ts";
import { createNativePlanStore } from "./native-plan-store.ts";

const inHubspot = emulatedHubspot(
  () => (member, _world, portal, token) => createNativePlanStore({ portal, token, member }),
  // As an admin does once, in the settings.
  (portal, emulator) => {
    const { token } = emulator.signIn(CONFORMANCE_USERS.admin);
    return prepareNativeStorage({ portal, token: () => token });
  },
);

// As long as HubSpot refuses the second of two records with one unique value, it keeps every rule of the port.
describePlanStore("crm-hubspot with plans in HubSpot", inHubspot);
