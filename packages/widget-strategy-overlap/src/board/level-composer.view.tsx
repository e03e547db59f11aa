import type { RecordId } from "@sweetspot/contract";
import { insight as insightEntity } from "@sweetspot/plan-model";
import type { Side } from "@sweetspot/strategy-overlap";
import {
  newRecordId,
  type Person,
  PersonPicker,
  Select,
  useHost,
  useTeamChoices,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { addGap } from "../questions/gap-edits.model.ts";
import { toMember, withPeople } from "../people/person-edits.model.ts";
import type { BoardEvent } from "../workspace/board-state.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { Composer, type Written } from "./composer.view.tsx";
import { addInsights } from "./insight-edits.model.ts";

interface LevelComposerProps {
  readonly workspace: Workspace;
  readonly level: RecordId;
  readonly side: Side;
  readonly dispatch: (event: BoardEvent) => void;
  readonly onLeave: () => void;
}

/** Writes into one half of a level; on a level of persons it asks whom it is about first. */
export function LevelComposer({ workspace, level, side, dispatch, onLeave }: LevelComposerProps): ReactNode {
  const t = useText();
  const { user } = useHost();
  const { reading, edit } = workspace;
  const found = reading.board.level(level);
  const [person, setPerson] = useState<Person | undefined>(undefined);
  const [teamMember, setTeamMember] = useState<RecordId>(user.id);
  const team = useTeamChoices(teamMember);
  if (!found) return null;
  const { name, kind: levelKind } = found.fields;
  const aboutPeople = levelKind === "person";
  const write = (kind: Written, statements: readonly string[]): void => {
    const picked = toMember(aboutPeople && side === "customer" ? person : undefined, newRecordId);
    const about = {
      ...(picked.member === undefined ? {} : { member: picked.member }),
      ...(aboutPeople && side === "provider" ? { teamMember } : {}),
    };
    const made =
      kind === "question"
        ? addGap(
            {
              level,
              side,
              kind: "strategy",
              ...(picked.member === undefined ? {} : { member: picked.member }),
            },
            statements[0] ?? "",
            { owner: user.id },
            newRecordId,
          )
        : addInsights(reading.board, { level, side, kind }, statements, { about, newId: newRecordId });
    // Whoever was new is a member from now on, also for the next statement.
    if (made && picked.member !== undefined && person && person.kind !== "member")
      setPerson({ kind: "member", member: picked.member, name: person.name, left: false });
    dispatch({
      kind: "written",
      ids: made?.puts.filter(({ type }) => type === insightEntity.name).map(({ id }) => id) ?? [],
    });
    edit(withPeople(made, picked));
  };
  return (
    <Composer
      label={t(`add.${side}`, { level: name })}
      placeholder={t(`hint.${side}.${levelKind}`)}
      onWrite={write}
      onLeave={onLeave}
      pick={
        side === "customer"
          ? {
              of: "question",
              label: t("composer.bank"),
              onClick: () =>
                dispatch({
                  kind: "asking",
                  where: {
                    cell: { level, side, kind: "strategy" },
                    member: person?.kind === "member" ? person.member : undefined,
                  },
                }),
            }
          : {
              of: "insight",
              label: t("composer.library"),
              onClick: () => {
                dispatch({ kind: "composing", where: undefined });
                dispatch({ kind: "dialog", dialog: "library" });
              },
            }
      }
      person={
        aboutPeople ? (
          side === "customer" ? (
            <PersonPicker
              label={t("composer.person")}
              value={
                person?.kind === "member"
                  ? person.member
                  : person?.kind === "contact"
                    ? person.contact
                    : undefined
              }
              onChange={setPerson}
            />
          ) : (
            <Select label={t("composer.team")} value={teamMember} options={team} onChange={setTeamMember} />
          )
        ) : undefined
      }
    />
  );
}
