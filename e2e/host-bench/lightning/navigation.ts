// lightning/navigation: NavigationMixin and CurrentPageReference [D reference-page-reference].
import { createWireAdapter, type Emit } from "./wire-adapter.ts";

export interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, string>>;
}

type Constructor = abstract new (...parameters: never[]) => object;

const Navigate = Symbol("Navigate");
const GenerateUrl = Symbol("GenerateUrl");

let current: PageReference = { type: "standard__home", attributes: {}, state: {} };
const listeners = new Set<Emit<PageReference>>();
/** Where components wanted to go, in order. The page decides whether it follows. */
export const wanted: PageReference[] = [];

export function setPageReference(reference: PageReference): void {
  current = Object.freeze(reference);
  for (const emit of listeners) emit(current);
}

export const CurrentPageReference = createWireAdapter<object, PageReference | undefined>({
  empty: undefined,
  keyOf: () => "page",
  subscribe(_config, emit) {
    listeners.add(emit);
    void Promise.resolve().then(() => emit(current));
    return () => void listeners.delete(emit);
  },
});

const toUrl = ({ type, attributes, state }: PageReference): string => {
  const query = new URLSearchParams(state).toString();
  const place =
    type === "standard__recordPage"
      ? `/lightning/r/${String(attributes["objectApiName"])}/${String(attributes["recordId"])}/${String(attributes["actionName"] ?? "view")}`
      : String(attributes["url"] ?? `/lightning/${type}`);
  return query === "" ? place : `${place}?${query}`;
};

const mixin = (Base: Constructor): Constructor =>
  class extends Base {
    [Navigate](reference: PageReference): void {
      wanted.push(JSON.parse(JSON.stringify(reference)) as PageReference);
    }

    async [GenerateUrl](reference: PageReference): Promise<string> {
      return toUrl(reference);
    }
  };

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });
