import type { ReactNode } from "react";

/** Fields nobody may change here: those that say something. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [label: string, text: string | undefined])[];
}): ReactNode {
  return (
    <dl className="rb-intro-facts">
      {facts
        .filter(([, text]) => text)
        .map(([label, text]) => (
          <div key={label}>
            <dt className="ss-label">{label}</dt>
            <dd className="rb-told" dir="auto">
              {text}
            </dd>
          </div>
        ))}
    </dl>
  );
}
