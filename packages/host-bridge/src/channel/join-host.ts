import { ChannelFailure } from "./channel-failure.ts";
import { joinEmbedding } from "./embedding-guest.ts";
import { createFrameChannel, type FrameChannel } from "./frame-channel.ts";
import { type FramePage, requestPort } from "./port-request.ts";
import { readHostMetaData } from "./sf-embedding.ts";

export interface JoinHostOptions {
  readonly page: FramePage;
  /** The frame's own address: `?host=<origin>&instance=<id>`, and `hostMetaData` of sf-embedding where that is the host. */
  readonly url: string;
  /** Origins that may show the frame, as `frame-ancestors` has them: `https://*.example.com` stands for all below. */
  readonly allowedHosts: readonly string[];
  /** Of the frame's page, for the host's logs. */
  readonly version: string;
  /** The host is no longer to be trusted, or has let go. */
  readonly onLost: (failure: ChannelFailure) => void;
  /** Milliseconds until a host that does not answer counts as none. Default 15,000. */
  readonly welcomeMs?: number;
}

export interface JoinedHost {
  readonly channel: FrameChannel;
  readonly origin: string;
}

/** Milliseconds that a port of our own has before the embedding element's events are tried as well. */
const HEAD_START_MS = 1500;

/**
 * Finds the host around the frame and is welcomed by it. A port of our own is asked for first; inside
 * `lightning-ui-embedding` its session is opened at once, as it expects of its guest, and its events serve where no port
 * comes.
 *
 * @throws ChannelFailure
 */
export async function joinHost(options: JoinHostOptions): Promise<JoinedHost> {
  const { page, url, allowedHosts, version, onLost, welcomeMs = 15_000 } = options;
  const { searchParams: query } = new URL(url);
  const meta = readHostMetaData(query);
  const origin = meta?.hostAppOrigin ?? query.get("host") ?? "";
  const instance = query.get("instance") ?? "";
  if (page.parent === (page as unknown) || origin === "" || instance === "")
    throw new ChannelFailure("no-host");
  if (!isAllowedHost(origin, allowedHosts)) throw new ChannelFailure("wrong-origin");

  const waiting = new AbortController();
  // The embedding's session is opened to its end even where our own port is taken: its host counts the seconds.
  const givingUp = new AbortController();
  const tooLate = setTimeout(() => {
    waiting.abort();
    givingUp.abort();
  }, welcomeMs);
  const { signal } = waiting;
  const visit = crypto.randomUUID();
  const onDuplicate = (): void => {
    waiting.abort();
    joined?.close();
    onLost(new ChannelFailure("duplicate"));
  };
  let joined: FrameChannel | undefined;
  const greet = async (line: ReturnType<typeof requestPort>): Promise<FrameChannel> =>
    createFrameChannel({ line: await line, visit, welcomeMs });

  // The first statement that waits comes after both have listened: a host may answer at once.
  const embedding = meta && joinEmbedding({ page, meta, version, signal: givingUp.signal, onDuplicate });
  embedding?.catch(() => {});
  const ways = [greet(requestPort({ page, hostOrigin: origin, instance, visit, signal, onDuplicate }))];
  if (embedding) ways.push(afterHeadStart(signal).then(() => greet(embedding)));
  try {
    joined = await Promise.any(ways);
    joined.onGoodbye(() => onLost(new ChannelFailure("refused")));
    return { channel: joined, origin };
  } catch (error) {
    const failures = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
    const told = failures.find(
      (failure) => failure instanceof ChannelFailure && failure.code !== "no-answer",
    );
    throw told ?? new ChannelFailure("no-answer");
  } finally {
    clearTimeout(tooLate);
    waiting.abort();
  }
}

function afterHeadStart(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, HEAD_START_MS);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(new ChannelFailure("no-answer"));
    });
  });
}

/** Pure. Scheme and port must be the same; `*.` stands for one name or more. */
export function isAllowedHost(origin: string, allowed: readonly string[]): boolean {
  return allowed.some((pattern) => {
    const [scheme = "", rest = ""] = pattern.split("://*.");
    if (rest === "") return pattern === origin;
    return origin.startsWith(`${scheme}://`) && origin.endsWith(`.${rest}`);
  });
}
