import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

/** A part of the widget that is fetched when it is first shown, or before by `fetch`. */
export interface Later<Props> {
  readonly fetch: () => Promise<void>;
  readonly Part: (props: Props) => ReactNode;
}

/**
 * Not by React's `lazy`: what stands in for a part stays on the screen for 300 ms, also where the part is there at once.
 * A part that cannot be fetched fails the widget, whose page offers to try again.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let part: ComponentType<Props> | undefined;
  const fetch = async (): Promise<void> => {
    part ??= await load();
  };
  function Part(props: Props): ReactNode {
    const [state, setState] = useState<{ readonly error?: unknown }>({});
    useEffect(() => {
      if (part) return undefined;
      let here = true;
      const show = (next: { readonly error?: unknown }): void => {
        if (here) setState(next);
      };
      fetch().then(
        () => show({}),
        (error: unknown) => show({ error }),
      );
      return () => {
        here = false;
      };
    }, []);
    if (state.error !== undefined) throw state.error;
    return part ? createElement(part, props) : null;
  }
  return { fetch, Part };
}
