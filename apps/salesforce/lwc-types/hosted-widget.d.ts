import type { Place } from "./placed-widget.d.ts";

/** A widget as its generated hosted component knows it. */
export interface HostedDescription {
  readonly id: string;
  /** Origin of the gateway. */
  readonly gateway: string;
  readonly titles: Readonly<Record<string, string>> & { readonly en: string };
  /** Pixels it has at least. */
  readonly minHeight: number;
}

/** What `c/sweetspotHosted` asks `c/sweetspotFrame` to show. */
export interface HostedPlace extends Pick<Place, "record" | "account" | "options" | "language"> {
  readonly widget: HostedDescription;
  /** An admin gave it a height; otherwise it is as high as it says. */
  readonly fills: boolean;
}

/** What the frame's host must do of this page. */
export interface FrameFunctions {
  navigate(target: { readonly type: "account" | "opportunity" | "contact"; readonly id: string }): void;
  notify(notice: { readonly tone: "good" | "warn" | "bad"; readonly text: string }): void;
  createRecord(
    apiName: string,
    fields: Readonly<Record<string, string | number>>,
  ): Promise<{ readonly id: string }>;
  firstStage(): Promise<string | undefined>;
  markUnsaved(unsaved: boolean): void;
  copyText(text: string): Promise<void>;
}

/** One frame on the page; another instance is another element. */
export interface FrameElement {
  readonly instance: string;
  readonly src: string;
  readonly title: string;
  readonly sandbox: string;
  /** Class of the embedding component; undefined for a plain iframe. */
  readonly embedding: unknown;
}
