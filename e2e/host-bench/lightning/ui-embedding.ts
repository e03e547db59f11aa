// lightning/uiEmbedding: `<lightning-ui-embedding>` as far as documented [D get-started, exchange-data, references]. Written
// with the engine's own functions, because base components are in no sandbox and are compiled by nobody here.
import { LightningElement, registerComponent, registerDecorators, registerTemplate } from "lwc";
import { type EmbeddingFaults, type EmbeddingSession, openEmbeddingSession } from "./embedding-session.ts";

interface TemplateFunctions {
  h(tag: string, data: object, children: readonly unknown[]): unknown;
}

const template = Object.assign(
  (api: TemplateFunctions) => [api.h("div", { key: 0, context: { lwc: { dom: "manual" } } }, [])],
  { stylesheets: [], stylesheetToken: undefined },
);
registerTemplate(template as never);

/** Events of the element itself, and of the page; all others are for the guest. */
const OWN = /^(sf-embedding\.|click|focus|blur|mouse|pointer|key|touch|wheel)/;

/** Set by a test before the component is placed. */
export interface EmbeddingWindow {
  emulatedEmbedding?: EmbeddingFaults & {
    /** This org has no such component. */
    readonly missing?: boolean;
    /** The component refuses its configuration with this code. */
    readonly refuses?: string;
  };
}

class UiEmbedding extends LightningElement {
  // Declared only: the engine keeps them behind accessors, which a field of the instance would hide.
  declare src: string | undefined;
  declare sandbox: string | undefined;
  declare title: string;
  declare session: EmbeddingSession | undefined;

  override renderedCallback(): void {
    if (this.session || this.src === undefined) return;
    const faults = (window as unknown as EmbeddingWindow).emulatedEmbedding ?? {};
    const host = this.template?.host as HTMLElement;
    const tell = (name: string, detail: unknown, bubbles = false): boolean =>
      EventTarget.prototype.dispatchEvent.call(
        host,
        new CustomEvent(name, { detail, bubbles, composed: bubbles }),
      );
    if (faults.refuses !== undefined) {
      const error = {
        phase: "configuration",
        code: faults.refuses,
        message: faults.refuses,
        retryable: false,
      };
      setTimeout(() => tell("sf-embedding.component.error", error));
      return;
    }
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", this.sandbox ?? "");
    frame.title = this.title;
    frame.style.cssText = "width: 100%; height: 100%; border: 0";
    const room = this.template?.querySelector("div");
    if (!room) return;
    room.style.height = "100%";
    this.session = openEmbeddingSession({
      frame,
      src: this.src,
      faults,
      onReady: () => tell("sf-embedding.component.ready", { instanceId: this.session?.instanceId }),
      onError: (error) => tell("sf-embedding.component.error", error),
      onEvent: (name, detail) => tell(name, detail, true),
    });
    room.append(frame);
    // What the page dispatches on the element goes to the guest.
    Object.assign(host, {
      dispatchEvent: (event: CustomEvent<unknown>) => {
        if (!OWN.test(event.type)) this.session?.dispatch(event.type, event.detail);
        return EventTarget.prototype.dispatchEvent.call(host, event);
      },
    });
  }

  override disconnectedCallback(): void {
    this.session?.close();
    this.session = undefined;
  }
}

const property = { config: 0 };
registerDecorators(UiEmbedding, {
  publicProps: { src: property, sandbox: property, title: property },
  fields: ["session"],
} as never);

/** The component's class, as a module of Lightning has it for its default. */
export const uiEmbedding: unknown = registerComponent(
  UiEmbedding as never,
  { tmpl: template, sel: "lightning-ui-embedding", apiVersion: 66 } as never,
);
