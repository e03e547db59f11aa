import * as react from "react";
import * as jsxRuntime from "react/jsx-runtime";
import * as reactDom from "react-dom";
import * as reactDomClient from "react-dom/client";

/** What a `var` container takes its React from, in the form of module federation's share scope. */
export type ShareScope = Readonly<Record<string, Readonly<Record<string, Share>>>>;

interface Share {
  readonly from: string;
  readonly loaded: true;
  readonly lib: () => unknown;
  readonly get: () => Promise<() => unknown>;
}

const share = (library: unknown): Readonly<Record<string, Share>> => ({
  [react.version]: {
    from: "sweetspot_page",
    loaded: true,
    lib: () => library,
    get: () => Promise.resolve(() => library),
  },
});

/** The one React of the page: every container is initialised with this same object. */
export const SHARE_SCOPE: ShareScope = {
  react: share(react),
  "react/jsx-runtime": share(jsxRuntime),
  "react-dom": share(reactDom),
  "react-dom/client": share(reactDomClient),
};

export const REACT_VERSION = react.version;
