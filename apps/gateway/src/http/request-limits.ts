import { CrmError } from "@sweetspot/contract";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { answerError } from "./answers.ts";

/** Refuses a larger body before it is read. */
export const limitBody = (megabytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: (context) =>
      answerError(
        context,
        new CrmError("malformed", `The request is larger than ${megabytes} MB. Split it into several.`),
      ),
  });

/** Answers `unavailable` when the work takes longer; what goes on behind it is told to stop by the caller's signal. */
export const limitTime =
  (seconds: number): MiddlewareHandler =>
  async (_context, next) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new CrmError("unavailable", `No answer within ${seconds} seconds.`, {
        retryAfterMs: 5000,
      });
      timer = setTimeout(() => reject(error), seconds * 1000);
    });
    try {
      await Promise.race([next(), late]);
    } finally {
      clearTimeout(timer);
    }
  };

/** The request with a signal that also ends after so many seconds. */
export const withDeadline = (request: Request, seconds: number): Request =>
  new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(seconds * 1000)]) });
