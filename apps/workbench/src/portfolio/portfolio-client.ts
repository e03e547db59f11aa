import {
  CrmError,
  type PageOptions,
  type PortfolioPage,
  type PortfolioQuery,
  type PortfolioReader,
  type PortfolioSummary,
} from "@sweetspot/contract";
import { type Gateway, readJson } from "../gateway/gateway-client.ts";

/** The gateway's portfolio in one user's name. */
export function createPortfolioClient(gateway: Gateway): PortfolioReader {
  const ask = async <Answer>(
    path: string,
    body: object,
    signal: AbortSignal | undefined,
  ): Promise<Answer> => {
    try {
      const response = await gateway.fetch(`/api/portfolio/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
        ...(signal ? { signal } : {}),
      });
      return await readJson<Answer>(response);
    } catch (error) {
      if (CrmError.is(error) || signal?.aborted) throw error;
      throw new CrmError("unavailable", "The gateway cannot be reached.", { cause: error });
    }
  };
  return {
    contract: "portfolio/1",
    listAccounts: (query: PortfolioQuery, { signal, ...page }: PageOptions = {}) =>
      ask<PortfolioPage>("accounts", { query, ...page }, signal),
    summarise: (query, options) => ask<PortfolioSummary>("summary", { query }, options?.signal),
  };
}
