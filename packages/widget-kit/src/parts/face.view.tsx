import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export interface FaceProps {
  /** The person's full name. */
  readonly name: string;
  /** Whose side the person is on. */
  readonly side?: "customer" | "provider";
  readonly size?: "large";
  /** Set where the name does not stand beside it, so that it is read out. */
  readonly alone?: boolean;
}

/** A person's initials. */
export function Face({ name, side, size, alone = false }: FaceProps): ReactNode {
  return (
    <span
      className={classNames("ss-face", side && `ss-face-${side}`, size && "ss-face-large")}
      title={alone ? name : undefined}
    >
      <span aria-hidden="true">{toInitials(name)}</span>
      {alone ? <span className="ss-hidden">{name}</span> : null}
    </span>
  );
}

/** First letters of the first and the last word: "Lena van Brandt" → "LB". */
function toInitials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toLocaleUpperCase() ?? "").join("");
}
