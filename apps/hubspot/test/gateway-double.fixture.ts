import { vi } from "vitest";
import { GATEWAY } from "../src/common/gateway-address.ts";
import { createProxy, type ProxyOptions } from "./proxy.fixture.ts";

/** What the gateway answers, by route; a number is a status, a function is asked with the body. */
export type Routes = Readonly<Record<string, Route>>;
type Route =
  | object
  | number
  | ((body: Readonly<Record<string, unknown>>) => object | number | Promise<object>);

export interface GatewayDouble {
  /** Bodies a route was asked with. */
  asked(route: string): readonly Readonly<Record<string, unknown>>[];
  /** From now on. */
  answers(routes: Routes): void;
}

/** A gateway behind HubSpot's proxy, installed as the worker's `hsFetch`. */
export function installGateway(
  routes: Routes,
  refusals: ProxyOptions["refusals"] = "wrapped",
): GatewayDouble {
  let current = routes;
  const calls: { readonly route: string; readonly body: Readonly<Record<string, unknown>> }[] = [];
  const hsFetch = createProxy({
    permitted: [GATEWAY],
    refusals,
    backend: async (request) => {
      const route = new URL(request.url).pathname.replace("/hubspot/v1/", "");
      const body = (await request.json()) as Readonly<Record<string, unknown>>;
      calls.push({ route, body });
      const found = current[route];
      const answer = typeof found === "function" ? await found(body) : (found ?? 404);
      return typeof answer === "number" ? new Response("", { status: answer }) : Response.json(answer);
    },
  });
  vi.stubGlobal("self", { hsFetch });
  return {
    asked: (route) => calls.filter((call) => call.route === route).map(({ body }) => body),
    answers: (next) => {
      current = { ...current, ...next };
    },
  };
}
