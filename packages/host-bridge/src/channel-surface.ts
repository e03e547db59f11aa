import type {
  DraftStorage,
  HostContext,
  HostSurface,
  NewOpportunity,
  NewTask,
  RecordId,
} from "@sweetspot/contract";
import { createBrowserSurface } from "./browser-surface.ts";
import type { FrameChannel } from "./channel/frame-channel.ts";

export interface ChannelSurfaceOptions {
  readonly channel: FrameChannel;
  readonly context: HostContext;
  /** Origin of the host: drafts of one host's pages are never shown on another's. */
  readonly hostOrigin: string;
  /** Something was created; what the frame shows of the CRM is no longer all there is. */
  readonly onCreated?: () => void;
  /** Between the widgets that take turns in the frame. */
  readonly handOver?: NonNullable<HostSurface["handOver"]>;
  readonly page?: Window;
}

export interface ChannelSurface extends HostSurface {
  update(context: HostContext): void;
}

/** A `HostSurface` made of what the host does over the channel, and of what the frame's own page can. */
export function createChannelSurface(options: ChannelSurfaceOptions): ChannelSurface {
  const { channel, context, hostOrigin, onCreated, handOver, page = window } = options;
  const own = createBrowserSurface({ context, page, ...(handOver ? { handOver } : {}) });
  /** For what has no answer: where the host fails, there is nobody to tell. */
  const tell = (operation: string, argument: unknown): void =>
    void channel.call(operation, argument).catch(() => {});
  async function create(operation: string, record: unknown): Promise<{ readonly id: RecordId }> {
    const created = (await channel.call(operation, record)) as { readonly id: RecordId };
    onCreated?.();
    return created;
  }

  async function send(file: { readonly name: string; readonly type: string; readonly content: Blob }) {
    const { name, type } = file;
    tell("download", { name, type, content: toBase64(new Uint8Array(await file.content.arrayBuffer())) });
  }

  const offered: Partial<HostSurface> = {
    ...(own.storage ? { storage: withPrefix(own.storage, `${hostOrigin}|`) } : {}),
    ...(channel.can("navigate") ? { navigate: (target: unknown) => tell("navigate", target) } : {}),
    ...(channel.can("notify") ? { notify: (notice: unknown) => tell("notify", notice) } : {}),
    ...(channel.can("createTask") ? { createTask: (task: NewTask) => create("createTask", task) } : {}),
    ...(channel.can("createOpportunity")
      ? { createOpportunity: (deal: NewOpportunity) => create("createOpportunity", deal) }
      : {}),
    // The sandbox of a frame drops downloads without a word.
    ...(channel.can("download")
      ? { download: (file: Parameters<NonNullable<HostSurface["download"]>>[0]) => void send(file) }
      : {}),
    // A frame may have no clipboard of its own: its page would have to grant it.
    ...(channel.can("copyText")
      ? { copyText: async (text: string) => void (await channel.call("copyText", text)) }
      : {}),
  };
  const { openFile, ...rest } = own;
  return {
    ...rest,
    // A host that takes files itself swallows none.
    ...(openFile && !channel.can("download") ? { openFile } : {}),
    ...offered,
    get context() {
      return own.context;
    },
    markUnsaved(unsaved) {
      own.markUnsaved?.(unsaved);
      if (channel.can("markUnsaved")) tell("markUnsaved", unsaved);
    },
    update: (next) => own.update(next),
  };
}

function withPrefix(storage: DraftStorage, prefix: string): DraftStorage {
  const { claim } = storage;
  return {
    read: (key) => storage.read(prefix + key),
    write: (key, value) => storage.write(prefix + key, value),
    remove: (key) => storage.remove(prefix + key),
    ...(claim ? { claim: (key) => claim(prefix + key) } : {}),
  };
}

/** Files cross the channel as text; in parts, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCodePoint(...bytes.subarray(start, start + 8192));
  return btoa(text);
}
