import type { ReactNode } from "react";

/** Something is being read; shown only when it takes long enough to be noticed. */
export function Waiting({ text }: { readonly text: string }): ReactNode {
  return (
    <output className="wb-waiting">
      <span className="ss-hidden">{text}</span>
      <div className="ss-bone wb-bone-head" />
      <div className="wb-bone-columns">
        <div className="ss-bone" />
        <div className="ss-bone" />
      </div>
    </output>
  );
}
