import type { PictureLink, PicturePath } from "./picture.ts";
import { placePeople } from "./place-people.ts";

export interface Spot {
  /** From 0 on, each once in a picture. */
  readonly number: number;
  readonly key: string;
  /** Where an edge passes a column without a node. */
  readonly kind: "person" | "organisation" | "bend";
  readonly id: string;
  readonly column: number;
}

export interface Strand {
  readonly from: string;
  readonly to: string;
  readonly strength: number;
  readonly current: boolean;
  readonly tie: string;
  /** Ascending. */
  readonly paths: number[];
  /** Spots from left to right, the bends included. */
  readonly spots: readonly Spot[];
}

export interface ColumnDrawing {
  readonly count: number;
  readonly columns: readonly (readonly Spot[])[];
  readonly strands: readonly Strand[];
}

/** More spots than a picture can show: a pair of numbers as one. */
const PAIR = 1 << 20;

/**
 * Who stands in which column, and what joins them: ours on the left, the target at the right, bodies between people.
 * Branches are links that lead from somebody of the paths to somebody else he knows.
 */
export function drawColumns(
  paths: readonly PicturePath[],
  branches: readonly PictureLink[] = [],
): ColumnDrawing {
  const columnOf = placePeople(paths, branches);
  const columns: Spot[][] = [];
  const people = new Map<string, Spot>();
  const bodies: Map<string, Spot>[] = [];
  const strands = new Map<number, Strand>();
  let count = 0;
  for (let number = 0; number < paths.length; number++) {
    const path = paths[number] as PicturePath;
    if (path.links.length === 0) for (const id of path.people) personSpot(id);
    for (const link of path.links) draw(link, number);
  }
  for (const link of branches) draw(link, undefined);
  return { count, columns, strands: [...strands.values()] };

  function draw(link: PictureLink, path: number | undefined): void {
    const [from, to] = [personSpot(link.from), personSpot(link.to)];
    // Two of one column already stand in the picture for reasons of their own.
    if (from.column === to.column) return;
    const forward = from.column < to.column;
    const [left, right] = forward ? [from, to] : [to, from];
    const ground = link.because[0];
    const organisation = ground?.organisation;
    if (organisation === undefined) {
      join(left, right, path, link, ground?.ties[0]?.id);
      return;
    }
    // Before the right end: what several people share with the target, or with one person, is one node.
    const body = bodySpot(organisation, right.column - 1);
    join(left, body, path, link, ground?.ties[forward ? 0 : 1]?.id);
    join(body, right, path, link, ground?.ties[forward ? 1 : 0]?.id);
  }

  function join(from: Spot, to: Spot, path: number | undefined, link: PictureLink, tie = ""): void {
    const name = from.number * PAIR + to.number;
    const known = strands.get(name);
    if (known) {
      if (path !== undefined && known.paths.at(-1) !== path) known.paths.push(path);
      return;
    }
    const spots = [from];
    for (let column = from.column + 1; column < to.column; column++)
      spots.push(stand("bend", "", `bend ${count}`, column));
    spots.push(to);
    strands.set(name, {
      from: from.key,
      to: to.key,
      strength: link.strength,
      current: link.because[0]?.current ?? false,
      tie,
      paths: path === undefined ? [] : [path],
      spots,
    });
  }

  function personSpot(id: string): Spot {
    let spot = people.get(id);
    if (!spot) {
      spot = stand("person", id, `person ${id}`, columnOf.get(id) as number);
      people.set(id, spot);
    }
    return spot;
  }

  function bodySpot(id: string, column: number): Spot {
    const known = (bodies[column] ??= new Map<string, Spot>());
    let spot = known.get(id);
    if (!spot) {
      spot = stand("organisation", id, `organisation ${id} ${column}`, column);
      known.set(id, spot);
    }
    return spot;
  }

  function stand(kind: Spot["kind"], id: string, key: string, column: number): Spot {
    const spot = { number: count++, key, kind, id, column };
    while (columns.length <= column) columns.push([]);
    columns[column]?.push(spot);
    return spot;
  }
}
