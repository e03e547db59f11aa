import { useSyncExternalStore } from "react";
import { type Route, toHash, toRoute } from "./route.model.ts";

let known = { hash: "", route: toRoute("") };

function readRoute(): Route {
  const { hash } = location;
  if (hash !== known.hash) known = { hash, route: toRoute(hash) };
  return known.route;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  addEventListener("popstate", listener);
  return () => {
    removeEventListener("hashchange", listener);
    removeEventListener("popstate", listener);
  };
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, readRoute);

/** `replace` for places one would not want to walk back through, such as each letter of a search. */
export function goTo(route: Route, how: "push" | "replace" = "push"): void {
  if (how === "push") history.pushState(null, "", toHash(route));
  else history.replaceState(null, "", toHash(route));
  // Neither tells anybody.
  dispatchEvent(new PopStateEvent("popstate"));
}
