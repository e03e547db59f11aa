import type { ReactNode } from "react";
import { Face } from "../parts/face.view.tsx";
import { Icon } from "../parts/icon.view.tsx";
import { useT } from "../widget/widget-context.ts";
import type { Person } from "./person.model.ts";

interface Props {
  readonly person: Person;
  /** What was typed: the name of a person still unknown. */
  readonly typed: string;
}

/** One row of people: face, name, and what else tells who it is. */
export function PersonWords({ person, typed }: Props): ReactNode {
  const t = useT();
  if (person.kind === "unknown")
    return (
      <>
        <span className="ss-face ss-face-unknown">
          <Icon name="question" size="small" />
        </span>
        <span className="ss-person-words">{t("kit.person.unknown", { name: typed.trim() })}</span>
      </>
    );
  const marks = [
    person.position,
    person.kind === "contact" ? t("kit.person.not-yet") : undefined,
    person.kind === "member" && person.left ? t("kit.person.left") : undefined,
  ].filter((mark) => mark !== undefined);
  return (
    <>
      <Face name={person.name} side="customer" />
      <span className="ss-person-words">
        <bdi className="ss-person-name">{person.name}</bdi>
        {marks.length === 0 ? null : <span className="ss-meta">{marks.join(" · ")}</span>}
      </span>
    </>
  );
}
