import { CONTRACT_VERSION, type WidgetModule } from "@sweetspot/contract";
import { PageFailure } from "./page-failure.ts";
import { REACT_VERSION, SHARE_SCOPE, type ShareScope } from "./share-scope.ts";

/** Which widget, as its generated component knows it. */
export interface WidgetAddress {
  readonly id: string;
  /** Name of the global that the container's script declares. */
  readonly container: string;
  readonly expose: string;
  /** The contract it was built for. */
  readonly contract: string;
  /** Caret range of React. */
  readonly react: string;
}

interface Container {
  init(scope: ShareScope): unknown;
  get(expose: string): Promise<() => unknown>;
}

const initialised = new WeakSet<Container>();

/** The widget's module out of a script that has been loaded, or a `PageFailure` that says why not. */
export async function loadWidget(address: WidgetAddress, realm: object = globalThis): Promise<WidgetModule> {
  const { id, contract, react, expose } = address;
  if (contract !== CONTRACT_VERSION)
    throw new PageFailure(
      "wrong-version",
      `${id} was built for ${contract}, the page has ${CONTRACT_VERSION}`,
    );
  if (!fitsRange(REACT_VERSION, react))
    throw new PageFailure(
      "wrong-version",
      `${id} was built for React ${react}, the page has ${REACT_VERSION}`,
    );
  const container = (realm as Readonly<Record<string, Container | undefined>>)[address.container];
  if (!container) throw new PageFailure("script-failed", `the script declared no ${address.container}`);
  let loaded: unknown;
  try {
    if (!initialised.has(container)) await container.init(SHARE_SCOPE);
    initialised.add(container);
    loaded = (await container.get(expose))();
  } catch (error) {
    throw new PageFailure("script-failed", `${address.container} does not start`, error);
  }
  const widget = (loaded as { readonly widget?: Partial<WidgetModule> } | null | undefined)?.widget;
  if (widget?.contract !== CONTRACT_VERSION || widget.id !== id || typeof widget.mount !== "function")
    throw new PageFailure(
      "wrong-version",
      `${expose} exports no widget "${id}" with contract ${CONTRACT_VERSION}`,
    );
  return widget as WidgetModule;
}

/** Is `version` at least what a caret range such as "^19.3.0" begins with, and of the same major? */
export function fitsRange(version: string, range: string): boolean {
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = numbersOf(range.replace("^", ""));
  if (major !== wantedMajor) return false;
  return minor === wantedMinor ? patch >= wantedPatch : minor > wantedMinor;
}

const numbersOf = (version: string): number[] => (version.split("-")[0] ?? "").split(".").map(Number);
