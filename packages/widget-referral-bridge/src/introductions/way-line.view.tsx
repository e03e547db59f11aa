import { Icon } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";

/** "Mia › Ole › Vera": the people from ours to the target. */
export function WayLine({ names }: { readonly names: readonly string[] }): ReactNode {
  return (
    <span className="rb-way-line">
      {names.map((name, place) => (
        // A way names nobody twice, yet two people may share a name.
        <span key={`${String(place)} ${name}`}>
          {place === 0 ? null : <Icon name="chevron-right" size="small" />}
          <bdi>{name}</bdi>
        </span>
      ))}
    </span>
  );
}
