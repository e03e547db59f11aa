// A Lightning page as far as it matters here: the real LWC engine and the real Lightning Web Security. It must be built
// minified: on an unminified build the sandbox runs in debug mode, where import() works and tests pass that would fail
// in an org.
import { LWS_DEFAULT_GATER_FEATURES, registerGaterEnabledFeatures } from "@locker/shared";
import * as lwc from "lwc";
import { setPageReference, wanted } from "../lightning/navigation.ts";
import { providePlatform } from "../lightning/platform-modules.ts";
import { refreshes, refreshPage } from "../lightning/refresh.ts";
import { createModuleLoader } from "./module-loader.ts";

registerGaterEnabledFeatures([...LWS_DEFAULT_GATER_FEATURES]);

const loader = createModuleLoader(providePlatform);

interface BenchElement extends HTMLElement {
  probe(name: string, argument: unknown): Promise<string>;
}

interface Placement {
  /** A component's name without its namespace. */
  readonly component: string;
  /** Default "c": an unmanaged component. */
  readonly namespace?: string;
  /** What the admin set in App Builder. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface RecordPlace {
  readonly objectApiName: string;
  readonly recordId: string;
}

let shown: RecordPlace | undefined;

/** Puts a component where an admin dropped it; on a record page it learns its record. */
function place({ component, namespace = "c", properties = {} }: Placement): HTMLElement {
  const { default: is } = loader.load(namespace, component);
  const tag = `${namespace}-${component.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const element = lwc.createElement(tag, { is: is as never }) as HTMLElement;
  Object.assign(element, shown, properties);
  document.querySelector("main")?.append(element);
  return element;
}

/** Goes to a record without a reload, as a console does: components stay and learn the other record. */
function showRecord(record: RecordPlace): void {
  shown = record;
  setPageReference({
    type: "standard__recordPage",
    attributes: { ...record, actionName: "view" },
    state: {},
  });
  for (const element of document.querySelector("main")?.children ?? []) Object.assign(element, record);
}

const toasts: object[] = [];
document.addEventListener("lightning__showtoast", (event) => {
  toasts.push({ ...(event as CustomEvent<object>).detail });
});

document.addEventListener("lightning__refresh", () => void refreshPage());

Object.assign(window, {
  define: loader.define,
  lightning: { place, showRecord, wanted, toasts, refreshPage, refreshes },
  /** Puts a bench component on the page; resolves when its scene is mounted. */
  placeComponent: (component: string, { script, scene }: { script: string; scene: unknown }) => {
    const element = place({
      component,
      properties: { script, scene: Object.freeze(scene) },
    }) as BenchElement;
    return new Promise<BenchElement>((resolve, reject) => {
      element.addEventListener("benchready", () => resolve(element));
      element.addEventListener("benchfailed", (event) =>
        reject(new Error((event as CustomEvent<string>).detail)),
      );
    });
  },
});

/** For people who look at a page by hand: `?show=Account/<id>&place=<component>,<component>`. */
window.addEventListener("load", () => {
  const { searchParams } = new URL(document.URL);
  const [objectApiName, recordId] = searchParams.get("show")?.split("/") ?? [];
  if (objectApiName === undefined || recordId === undefined) return;
  showRecord({ objectApiName, recordId });
  for (const component of searchParams.get("place")?.split(",") ?? []) place({ component });
});
