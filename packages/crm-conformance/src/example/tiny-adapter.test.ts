import type { CrmErrorCode } from "@sweetspot/contract";
import { type AdapterHarness, describeCrmAdapter, describePlanStore } from "@sweetspot/crm-conformance";
import type { TinyAnswer } from "./line.ts";
import { createTinyAdapter } from "./tiny-adapter.ts";
import { createTinyCrm } from "./tiny-crm.ts";

/** How TinyCRM itself comes to fail in each of the seven ways. */
const CAUSES: Readonly<Record<CrmErrorCode, () => TinyAnswer>> = {
  unauthenticated: () => ({ status: 403, body: { code: "NOT_SIGNED_IN" } }),
  forbidden: () => ({ status: 403, body: { code: "NO_PERMISSION" } }),
  "not-found": () => ({ status: 404, body: {} }),
  conflict: () => ({ status: 409, body: {} }),
  "rate-limited": () => ({ status: 200, body: { code: "LIMIT_REACHED" } }),
  malformed: () => ({ status: 400, body: {} }),
  unavailable() {
    throw new TypeError("fetch failed");
  },
};

const harness: AdapterHarness = {
  async create(world) {
    const crm = createTinyCrm(world);
    return {
      as: async (user) => createTinyAdapter(crm.signIn(user)),
      anonymous: async () => createTinyAdapter(crm.signIn("")),
      failNext: async (code) => void crm.trouble(CAUSES[code]),
      dispose: async () => {},
    };
  },
};

describeCrmAdapter("the smallest adapter", harness);
describePlanStore("the smallest adapter", harness);
