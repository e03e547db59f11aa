import { type APIRequestContext, expect } from "@playwright/test";
import type { Change, Page } from "@sweetspot/contract";

/** The gateway as a program of one team member speaks to it. */
export interface GatewayApi {
  /** Calls a method of a port, such as "store/changes". */
  readonly call: <Value>(method: string, ...parameters: readonly unknown[]) => Promise<Value>;
  /** Everything a listing method answers, page by page. The method's last parameter, its page, is added here. */
  readonly all: <Item>(method: string, ...parameters: readonly unknown[]) => Promise<readonly Item[]>;
  /** The account plan's whole history. */
  readonly history: (account: string) => Promise<readonly Change[]>;
  readonly post: <Answer>(path: string, body: object) => Promise<Answer>;
}

export async function signInAs(request: APIRequestContext, url: string, member: string): Promise<GatewayApi> {
  const send = async <Answer>(path: string, data: object, token?: string): Promise<Answer> => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await request.post(`${url}${path}`, { data, headers });
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true);
    return response.json() as Promise<Answer>;
  };
  const { token } = await send<{ readonly token: string }>("/api/session", { member });
  const post = <Answer>(path: string, body: object): Promise<Answer> => send(path, body, token);
  const call = async <Value>(method: string, ...parameters: readonly unknown[]): Promise<Value> =>
    (await post<{ readonly value: Value }>(`/api/port/${method}`, { arguments: parameters })).value;
  const all = async <Item>(method: string, ...parameters: readonly unknown[]): Promise<readonly Item[]> => {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const options = { limit: 500, ...(cursor === undefined ? {} : { cursor }) };
      const page: Page<Item> = await call(method, ...parameters, options);
      items.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return items;
  };
  return {
    call,
    post,
    all,
    history: (account) => all<Change>("store/changes", { kind: "account", account }, { since: 0 }),
  };
}
