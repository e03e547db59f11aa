import { useSyncExternalStore } from "react";

/** The view of a session or a feed, drawn anew whenever it changes. */
export const useView = <View>(source: {
  getView(): View;
  subscribe(listener: () => void): () => void;
}): View => useSyncExternalStore(source.subscribe, source.getView);
