import type { Entity } from "../entity.ts";
import { area } from "./area.ts";
import { barrier } from "./barrier.ts";
import { cell } from "./cell.ts";
import { gridLayout } from "./grid-layout.ts";
import { knowledgeGap } from "./knowledge-gap.ts";
import { offering } from "./offering.ts";
import { perspective } from "./perspective.ts";
import { whiteSpaceRules } from "./white-space-rules.ts";

/** All entities, parents before those that refer to them. */
export const ENTITIES: readonly Entity[] = [
  offering,
  whiteSpaceRules,
  perspective,
  area,
  cell,
  barrier,
  gridLayout,
  knowledgeGap,
];

const BY_NAME = new Map(ENTITIES.map((entity) => [entity.name, entity]));

export const findEntity = (name: string): Entity | undefined => BY_NAME.get(name);
