import type { PictureLink, PicturePath } from "./picture.ts";

export interface Spot {
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
  readonly paths: number[];
  /** Spots from left to right, the bends included. */
  readonly spots: readonly Spot[];
}

export interface ColumnDrawing {
  readonly columns: readonly (readonly Spot[])[];
  readonly strands: readonly Strand[];
}

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
  const spots = new Map<string, Spot>();
  const strands = new Map<string, Strand>();
  const spot = (kind: Spot["kind"], id: string, column: number): Spot => {
    const key = kind === "person" ? `person ${id}` : `${kind} ${id} ${column}`;
    const known = spots.get(key);
    if (known) return known;
    const made: Spot = { key, kind, id, column };
    spots.set(key, made);
    for (let count = columns.length; count <= column; count++) columns.push([]);
    columns[column]?.push(made);
    return made;
  };
  const join = (from: Spot, to: Spot, path: number | undefined, link: PictureLink, tie: string): void => {
    const name = `${from.key}\n${to.key}`;
    const known = strands.get(name);
    if (known) {
      if (path !== undefined && !known.paths.includes(path)) known.paths.push(path);
      return;
    }
    const current = link.because[0]?.current ?? false;
    const passed: Spot[] = [];
    for (let column = from.column + 1; column < to.column; column++) passed.push(spot("bend", name, column));
    strands.set(name, {
      from: from.key,
      to: to.key,
      strength: link.strength,
      current,
      tie,
      paths: path === undefined ? [] : [path],
      spots: [from, ...passed, to],
    });
  };
  for (const [number, path] of paths.entries()) {
    if (path.links.length === 0) for (const id of path.people) spot("person", id, columnOf.get(id) as number);
    for (const link of path.links) draw(link, number);
  }
  for (const link of branches) draw(link, undefined);
  return { columns, strands: [...strands.values()] };

  function draw(link: PictureLink, number: number | undefined): void {
    const ends = [spotOf(link.from), spotOf(link.to)];
    const [left, right] = (ends[0] as Spot).column < (ends[1] as Spot).column ? ends : ends.toReversed();
    const [mine, theirs] = link.because[0]?.ties ?? [];
    const ties = left === ends[0] ? [mine, theirs] : [theirs, mine];
    const organisation = link.because[0]?.organisation;
    // Two of one column already stand in the picture for reasons of their own.
    if (!left || !right || left.column === right.column) return;
    if (organisation === undefined) join(left, right, number, link, mine?.id ?? "");
    else {
      // Before the right end: what several people share with the target, or with one person, is one node.
      const body = spot("organisation", organisation, right.column - 1);
      join(left, body, number, link, ties[0]?.id ?? "");
      join(body, right, number, link, ties[1]?.id ?? "");
    }
  }

  function spotOf(id: string): Spot {
    return spot("person", id, columnOf.get(id) as number);
  }
}

/**
 * Each person as far right as the longest way to him, two columns a link; the target behind all. A link that would close
 * a circle, since two paths take two people in different order, is drawn backward and moves nobody. Whom a branch brings
 * in stands one link behind who knows him, or before the target.
 */
function placePeople(
  paths: readonly PicturePath[],
  branches: readonly PictureLink[],
): ReadonlyMap<string, number> {
  const next = new Map<string, Set<string>>();
  const targets = new Set(paths.flatMap(({ people }) => people.at(-1) ?? []));
  const leadsTo = (from: string, to: string): boolean =>
    from === to || [...(next.get(from) ?? [])].some((id) => leadsTo(id, to));
  for (const { people } of paths)
    for (const [place, id] of people.entries()) {
      if (!next.has(id)) next.set(id, new Set());
      const before = people[place - 1];
      if (before !== undefined && !leadsTo(id, before)) next.get(before)?.add(id);
    }
  const beforeTarget = new Set<string>();
  for (const { from, to } of branches) {
    if (next.has(to)) continue;
    next.set(to, new Set());
    if (targets.has(from)) beforeTarget.add(to);
    else next.get(from)?.add(to);
  }
  const columns = new Map([...next.keys()].map((id) => [id, 0]));
  for (let moved = true; moved;) {
    moved = false;
    for (const [id, followers] of next)
      for (const follower of followers) {
        const least = (columns.get(id) as number) + 2;
        if ((columns.get(follower) as number) >= least) continue;
        columns.set(follower, least);
        moved = true;
      }
  }
  const inner = Math.max(0, ...[...columns].flatMap(([id, column]) => (targets.has(id) ? [] : [column + 2])));
  const last = Math.max(
    inner,
    beforeTarget.size === 0 ? 0 : 4,
    ...[...targets].map((id) => columns.get(id) ?? 0),
  );
  for (const id of targets) columns.set(id, last);
  for (const id of beforeTarget) columns.set(id, last - 2);
  return columns;
}
