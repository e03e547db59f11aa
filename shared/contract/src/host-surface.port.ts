import type { IsoDate } from "./dates.ts";
import type { Money } from "./money.ts";
import type { RecordId } from "./record-id.ts";
import type { TeamMember } from "./team-member.ts";

export type RecordType = "account" | "opportunity" | "contact";
export type Skin = "lightning" | "hubspot";
export type Theme = "light" | "dark";

/** What the host page tells a widget about the place it stands in. */
export interface HostContext {
  readonly record: { readonly type: RecordType; readonly id: RecordId };
  readonly user: TeamMember;
  /** BCP 47, for example "de-DE". The kit picks the nearest of its languages. */
  readonly locale: string;
  /** IANA name, for example "Europe/Berlin". */
  readonly timeZone: string;
  /** ISO 4217 code new amounts are entered in. */
  readonly currency: string;
  readonly skin: Skin;
  readonly theme: Theme;
}

/** Port. What the host page can do for a widget. An optional method is absent where this host cannot do it. */
export interface HostSurface {
  readonly context: HostContext;
  /** Where drafts survive a reload; absent in frames without storage. */
  readonly storage?: DraftStorage;
  navigate?(target: { readonly type: RecordType; readonly id: RecordId }): void;
  createTask?(task: NewTask): Promise<{ readonly id: RecordId }>;
  createOpportunity?(opportunity: NewOpportunity): Promise<{ readonly id: RecordId }>;
  /** Without it the widget shows the notice itself. */
  notify?(notice: { readonly tone: "good" | "warn" | "bad"; readonly text: string }): void;
  /** Tells the host that leaving now would lose edits. */
  markUnsaved?(unsaved: boolean): void;
  /** Opens the browser's print dialog on the widget; absent where the frame may not. */
  print?(): void;
  /** Hands a file to the user; absent where neither host nor frame may download. */
  download?(file: { readonly name: string; readonly type: string; readonly content: Blob }): void;
  /**
   * Shows a file in a tab of its own. Present where a host may swallow downloads without a word, which a frame cannot
   * find out. False where tabs are refused too.
   */
  openFile?(file: { readonly name: string; readonly content: Blob }): boolean;
  copyText?(text: string): Promise<void>;
  /** Between the widgets of one page; absent where a page shows one widget alone. */
  readonly handOver?: WidgetHandOver;
}

/** One widget of a page asks another one to show something. */
export interface WidgetHandOver {
  /** Brings the other widget into sight; false where this page does not have it. */
  show(widget: string, about: WidgetAim): boolean;
  /** What a widget is asked to show, also what it was asked before it was there. Call the answer to stop. */
  listen(widget: string, onShow: (about: WidgetAim) => void): () => void;
}

/** Whom the other widget shall be about. */
export interface WidgetAim {
  readonly name: string;
  readonly contact?: RecordId;
}

/** Text by key, as `Storage` offers it, but asynchronous so that a channel can stand between. */
export interface DraftStorage {
  read(key: string): Promise<string | undefined>;
  write(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
  /**
   * Takes a key for this page alone, until the answer is called or the page is gone; undefined while another page holds
   * it. Absent where pages cannot know of each other.
   */
  claim?(key: string): Promise<(() => void) | undefined>;
}

export interface NewTask {
  readonly account: RecordId;
  readonly subject: string;
  readonly due?: IsoDate;
  readonly owner?: RecordId;
  readonly note?: string;
}

export interface NewOpportunity {
  readonly account: RecordId;
  readonly name: string;
  readonly amount?: Money;
  readonly closeDate?: IsoDate;
  readonly product?: RecordId;
  readonly owner?: RecordId;
}
