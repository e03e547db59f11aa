import { accountScope, LIBRARY, toRecordId } from "@sweetspot/contract";
import { expect, it } from "vitest";
import { NORDWIND, openHubspotApp, REP } from "./hubspot-app.fixture.ts";

/** From the click to account and plan; answers the requests HubSpot got for it. */
async function openModal(app: Awaited<ReturnType<typeof openHubspotApp>>): Promise<readonly string[]> {
  const before = app.asked.length;
  const token = await app.openSession();
  const scopes = [accountScope(toRecordId(NORDWIND)), LIBRARY];
  const answers = await Promise.all([
    app.callPort(token, "store/load", [scopes, {}]),
    app.callPort(token, "reader/openAccount", [NORDWIND, {}]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  return app.asked.slice(before);
}

it(
  "a modal that is opened again costs HubSpot two requests: may he see the company, at the click and when it shows",
  { timeout: 60_000 },
  async () => {
    let admitted = 0;
    let both = Promise.withResolvers<void>();
    const app = await openHubspotApp({
      // The page's two calls come in after that of the launch; HubSpot answers when both are there, however slow the machine.
      before: async () => (admitted === 2 ? both.promise : undefined),
      room: {
        async admit(_, open) {
          admitted += 1;
          if (admitted === 3) both.resolve();
          return open();
        },
      },
    });
    const open = (): Promise<readonly string[]> => {
      admitted = 0;
      both = Promise.withResolvers();
      return openModal(app);
    };
    try {
      await app.connect(REP);
      expect((await open()).length).toBeGreaterThan(2);
      const company = expect.stringMatching(/^GET .*\/companies\/acc-nordwind$/) as string;
      expect(await open()).toEqual([company, company]);
    } finally {
      await app.close();
    }
  },
);
