import { Fragment, type ReactNode } from "react";

/** A sentence with the names in it brought out; names are data and keep their own direction. */
export function Emphasis({
  text,
  names,
}: {
  readonly text: string;
  readonly names: readonly string[];
}): ReactNode {
  const parts = split(
    text,
    names.filter(Boolean).toSorted((one, other) => other.length - one.length),
  );
  return parts.map(({ words, isName }, index) => (
    // Parts of one sentence have no other identity than their place.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{isName ? <bdi className="rb-named">{words}</bdi> : words}</Fragment>
  ));
}

interface Part {
  readonly words: string;
  readonly isName: boolean;
}

function split(text: string, names: readonly string[]): readonly Part[] {
  const [name, ...others] = names;
  if (name === undefined) return text === "" ? [] : [{ words: text, isName: false }];
  return text
    .split(name)
    .flatMap((words, index) => [
      ...(index === 0 ? [] : [{ words: name, isName: true }]),
      ...split(words, others),
    ]);
}
