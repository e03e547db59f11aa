/**
 * The modules a page shares with every container, so that one React draws all widgets. The sub-paths are named one by
 * one: left out, each container would bundle its own copy of them.
 */
export const SHARED_REACT: readonly string[] = [
  "react",
  "react/jsx-runtime",
  "react-dom",
  "react-dom/client",
];

/** Range of React our containers are built for; a page with another React shows the failure screen instead. */
export const REACT_RANGE = "^19.3.0";
