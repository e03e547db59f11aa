import {
  type BridgePicture,
  layoutBridge,
  type PictureEdge,
  type PictureNode,
} from "@sweetspot/bridge-graph";
import type { RelationLink, RelationPath } from "@sweetspot/contract";

type PicturePath = Parameters<typeof layoutBridge>[0][number];
type PictureLink = PicturePath["links"][number];

/** What is drawn: the ways, and whom else people of them know. */
export interface Drawn {
  readonly paths: readonly RelationPath[];
  readonly branches: readonly RelationLink[];
}

/** Room for the words of a node below it, by the width there is for a column. */
const LINE = 15;
const LABEL = { least: 92, most: 148, narrow: 112 } as const;

/** Lines of words below a node: more of them where they are short. */
export const linesFor = (label: number): number => (label < LABEL.narrow ? 4 : 3);
export const NODE = 36;

/** Columns of a picture: two a link, and one. */
const columnsOf = ({ paths, branches }: Drawn): number =>
  2 * Math.max(1, ...paths.map(({ links }) => links.length)) + 1 + (branches.length > 0 ? 2 : 0);

/** Lays out the ways for a width in pixels. Names wrap into narrow columns before the picture is made smaller. */
export function toPicture(drawn: Drawn, width: number): BridgePicture {
  const room = width / columnsOf(drawn) - 6;
  const label = Math.min(LABEL.most, Math.max(LABEL.least, room));
  return layoutBridge(
    drawn.paths.map(({ people, links }) => ({ people, links: links.map(toPictureLink) })),
    {
      node: NODE,
      nodeLabel: { width: label, height: linesFor(label) * LINE },
      edgeLabel: { width: Math.max(20, Math.min(66, (label - 62) * 0.66)), height: 14 },
      gap: 5,
    },
    drawn.branches.map(toPictureLink),
  );
}

const toPictureLink = ({ from, to, strength, because }: RelationLink): PictureLink => ({
  from,
  to,
  strength,
  because: because.map(({ body, ties, current }) => ({
    ...(body === undefined ? {} : { organisation: body }),
    ties,
    current,
  })),
});

export type Direction = "left" | "right" | "up" | "down";

/** The next node in a direction: the nearest of the next column that has one, or the nearest above or below. */
export function walkFrom(
  nodes: readonly PictureNode[],
  key: string,
  direction: Direction,
): PictureNode | undefined {
  const here = nodes.find((node) => node.key === key);
  if (!here) return nodes[0];
  const beyond = (node: PictureNode): boolean => {
    if (direction === "left") return node.column < here.column;
    if (direction === "right") return node.column > here.column;
    return node.column === here.column && (direction === "up" ? node.y < here.y : node.y > here.y);
  };
  const distance = (node: PictureNode): number =>
    Math.abs(node.column - here.column) * 10_000 + Math.abs(node.y - here.y);
  return nodes.filter(beyond).toSorted((one, other) => distance(one) - distance(other))[0];
}

/** A smooth line through the points, level where it meets a node. */
export function toCurve({ points }: Pick<PictureEdge, "points">): string {
  return points
    .map(({ x, y }, index) => {
      const before = points[index - 1];
      if (!before) return `M${x} ${y}`;
      const middle = (before.x + x) / 2;
      return `C${middle} ${before.y} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}

/** Width of a line in pixels by the strength of its link. */
export const widthOf = (strength: number): number => 1.25 + 5 * strength;
