import type { RecordId } from "@sweetspot/contract";
import type { ChosenWay } from "../model/chosen-way.ts";
import { nameOf } from "../model/sentence.model.ts";
import type { IntroductionBegin } from "./introduction-edits.model.ts";
import { type Introduction, hasWay } from "./introduction.model.ts";

interface Begin {
  readonly starter: RecordId;
  readonly occasion: string;
  readonly requestText?: string;
  readonly requestLanguage?: string;
}

/** What an introduction on this way starts with: who asks whom, and why we believe in it. */
export function beginOn({ target, path, cast, grounds }: ChosenWay, begin: Begin): IntroductionBegin {
  const asked = path.people.length > 2 ? path.people[1] : undefined;
  const { occasion, ...rest } = begin;
  const last = path.people.at(-1);
  return {
    target: last ?? target.person ?? target.contact ?? target.name,
    targetName: target.name,
    ...(target.contact === undefined ? {} : { targetContact: target.contact }),
    ...(asked === undefined ? {} : { goBetween: asked, goBetweenName: nameOf(cast, asked) }),
    way: path.people,
    wayNames: path.people.map((id) => nameOf(cast, id)),
    ...(grounds.length === 0 ? {} : { grounds: grounds.join("\n") }),
    ...(occasion.trim() === "" ? {} : { occasion: occasion.trim() }),
    ...rest,
  };
}

/** The one of ours the way sets out from. */
export const starterOf = ({ path, cast }: ChosenWay): RecordId | undefined => {
  const [first] = path.people;
  return first === undefined ? undefined : cast.people.get(first)?.teamMember;
};

/** Somebody put the target on the list before there was a way: the way is for that one. */
export const wantedFor = (
  all: readonly Introduction[],
  { target, path }: ChosenWay,
): Introduction | undefined =>
  all.find(
    ({ state, fields }) =>
      state === "candidate" &&
      !hasWay(fields) &&
      (fields.target === path.people.at(-1) ||
        (target.contact !== undefined && fields.targetContact === target.contact)),
  );
