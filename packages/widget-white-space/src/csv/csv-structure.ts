import type { RecordId } from "@sweetspot/contract";
import { foldText, type Level } from "@sweetspot/white-space";
import type { GridModel } from "@sweetspot/white-space-plan";
import { filled } from "../edits/area-edits.model.ts";
import { type NewId, type Put, putOf } from "../edits/edit.ts";
import { joinPath, pathsOf, splitPath } from "./csv-paths.ts";

interface StructureSources {
  readonly models: readonly GridModel[];
  readonly perspectiveName: string;
  readonly newId: NewId;
}

/** Finds perspectives, areas and offerings by name, and begins those a file names anew. */
export interface CsvStructure {
  area(perspective: string, path: string): RecordId;
  offering(path: string): RecordId;
  /** The level the CRM's data gives a known cell. */
  derivedLevel(area: RecordId, offering: RecordId): Level | undefined;
  puts(): readonly Put[];
  names(): {
    readonly newPerspectives: readonly string[];
    readonly newAreas: readonly string[];
    readonly newOfferings: readonly string[];
  };
}

export function createStructure({ models, perspectiveName, newId }: StructureSources): CsvStructure {
  const puts: Put[] = [];
  const made = { newPerspectives: [] as string[], newAreas: [] as string[], newOfferings: [] as string[] };
  const perspectives = new Map<string, RecordId>();
  const areas = new Map<string, RecordId>();
  const offerings = new Map<string, RecordId>();
  const areaKey = (perspective: RecordId, path: string): string => `${perspective}\n${foldText(path)}`;
  for (const model of models) {
    const { perspective } = model;
    if (!perspective) continue;
    perspectives.set(foldText(perspective.fields.name), perspective.id);
    for (const [path, id] of pathsOf(model.areas).byPath) areas.set(areaKey(perspective.id, path), id);
    for (const [path, id] of pathsOf(model.offerings).byPath) offerings.set(foldText(path), id);
  }

  const perspectiveOf = (name: string): RecordId => {
    const wanted = name.trim() || models[0]?.perspective?.fields.name || perspectiveName;
    const known = perspectives.get(foldText(wanted));
    if (known !== undefined) return known;
    const id = newId("perspective");
    perspectives.set(foldText(wanted), id);
    made.newPerspectives.push(wanted);
    puts.push(
      putOf("perspective", id, { name: wanted.slice(0, 80), order: 1000 + made.newPerspectives.length }),
    );
    return id;
  };

  const descend = (
    path: string,
    known: Map<string, RecordId>,
    keyOf: (path: string) => string,
    begin: (name: string, parent: RecordId | undefined, whole: string) => RecordId,
  ): RecordId => {
    const names = splitPath(path);
    let parent: RecordId | undefined;
    for (let depth = 1; depth <= names.length; depth += 1) {
      const whole = joinPath(names.slice(0, depth));
      const key = keyOf(whole);
      const found: RecordId = known.get(key) ?? begin(names[depth - 1] ?? "", parent, whole);
      known.set(key, found);
      parent = found;
    }
    if (parent === undefined) throw new Error("A path without a name has no place. Check the row before.");
    return parent;
  };

  return {
    area: (perspectiveText, path) => {
      const perspective = perspectiveOf(perspectiveText);
      return descend(
        path,
        areas,
        (whole) => areaKey(perspective, whole),
        (name, parent, whole) => {
          const id = newId("area");
          made.newAreas.push(whole);
          const order = 1000 + made.newAreas.length;
          puts.push(
            putOf(
              "area",
              id,
              filled({ perspective, parent: parent ?? null, name: name.slice(0, 120), order }),
            ),
          );
          return id;
        },
      );
    },
    offering: (path) =>
      descend(path, offerings, foldText, (name, parent, whole) => {
        const id = newId("offering");
        made.newOfferings.push(whole);
        const order = 1000 + made.newOfferings.length;
        puts.push(putOf("offering", id, filled({ parent: parent ?? null, name: name.slice(0, 120), order })));
        return id;
      }),
    derivedLevel: (area, offering) => {
      for (const model of models) {
        const row = model.areas.leaves.find((leaf) => leaf.record === area);
        const column = model.offerings.leaves.find((leaf) => leaf.record === offering);
        if (row && column) return model.derived.cell(row.id, column.id).level;
      }
      return undefined;
    },
    puts: () => puts,
    names: () => made,
  };
}
