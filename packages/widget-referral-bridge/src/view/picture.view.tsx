import type { BridgePicture, PictureNode } from "@sweetspot/bridge-graph";
import type { RecordId, RelationTie } from "@sweetspot/contract";
import { IconButton } from "@sweetspot/widget-kit";
import { type KeyboardEvent, type ReactNode, type RefObject, useMemo, useState } from "react";
import { litWays } from "../model/lit.model.ts";
import { type Direction, toPicture, walkFrom } from "../model/picture.model.ts";
import { heightFor } from "../model/frame.model.ts";
import { Edge } from "./edge.view.tsx";
import { Node } from "./node.view.tsx";
import { Legend, PicturePanel } from "./picture-panel.view.tsx";
import type { Bridge } from "./use-bridge.ts";
import { usePanZoom } from "./use-pan-zoom.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

interface Props {
  readonly page: Bridge;
  readonly ways: Ways;
  /** Pixels there are. */
  readonly width: number;
  /** For the picture as a file. */
  readonly drawing: RefObject<SVGSVGElement | null>;
}

/** Room for the names of the columns. */
const HEAD = 28;

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The ways as layers: ours on the left, the target on the right, people round, bodies square, former ties dashed. */
export function Picture({ page, ways, width, drawing }: Props): ReactNode {
  const { answer, acquaintances, cast, chosen, choose, lit, light } = ways;
  const t = useText();
  const paths = answer.value?.paths;
  const { opened } = acquaintances;
  const picture = useMemo(
    () =>
      toPicture({ paths: paths ?? [], branches: [...opened.values()].flatMap(({ items }) => items) }, width),
    [paths, opened, width],
  );
  const ties = useMemo(() => tiesOf(ways), [ways]);
  const height = heightFor({ width: picture.width, height: picture.height + HEAD }, width);
  const { frame, fitAll, zoom, reveal, pointer } = usePanZoom(
    { width: picture.width, height: picture.height + HEAD },
    { width, height },
    drawing,
  );
  const [current, setCurrent] = useState<string | undefined>(undefined);
  const [picked, pick] = useState<{ readonly of: typeof paths; readonly id: RecordId | undefined }>();
  const selected = picked?.of === paths ? picked?.id : undefined;
  const lively = useMemo(() => litWays(lit, paths ?? []), [lit, paths]);
  const strong = chosen < 0 ? 0 : chosen;
  const start = picture.nodes.find(({ key }) => key === current) ?? picture.nodes[0];

  const go = (node: PictureNode | undefined): void => {
    if (!node) return;
    setCurrent(node.key);
    reveal(node.x, node.y + HEAD);
    drawing.current
      ?.querySelector<SVGGElement>(`[data-key="${CSS.escape(node.key)}"]`)
      ?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction && start) go(walkFrom(picture.nodes, start.key, direction));
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0") fitAll();
    else return;
    event.preventDefault();
  };
  return (
    <div className="rb-picture">
      <div className="rb-canvas">
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the nodes inside */}
        <svg
          ref={drawing}
          className="rb-svg"
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture holds no HTML
          role="group"
          aria-label={t("picture.label", { count: paths?.length ?? 0, name: ways.target?.name ?? "" })}
          height={height}
          width={width}
          viewBox={`0 0 ${width} ${height}`}
          onKeyDown={onKeyDown}
          {...pointer}
        >
          <g transform={`translate(${frame.x} ${frame.y}) scale(${frame.scale})`}>
            <Columns picture={picture} />
            <g transform={`translate(0 ${HEAD})`}>
              {picture.edges
                .toSorted((one, other) => rank(one.paths) - rank(other.paths))
                .map((edge) => (
                  <Edge
                    key={`${edge.from} ${edge.to}`}
                    edge={edge}
                    tie={ties.get(edge.tie as RecordId)}
                    look={lookOf(edge.paths)}
                    onLight={(on) =>
                      light(
                        on && edge.paths[0] !== undefined ? { kind: "way", way: edge.paths[0] } : undefined,
                      )
                    }
                    onChoose={() => choose(edge.paths[0] ?? chosen)}
                  />
                ))}
              {picture.nodes.map((node) => (
                <Node
                  key={node.key}
                  node={node}
                  ways={ways}
                  page={page}
                  look={lookOfNode(node)}
                  current={node.key === start?.key}
                  selected={node.id === selected}
                  onFocus={() => {
                    setCurrent(node.key);
                    light({ kind: "node", id: node.id as RecordId });
                  }}
                  onSelect={() => {
                    setCurrent(node.key);
                    pick({ of: paths, id: node.id === selected ? undefined : (node.id as RecordId) });
                  }}
                />
              ))}
            </g>
          </g>
        </svg>
      </div>
      <div className="rb-foot">
        <Legend />
        <div className="rb-zoom">
          <IconButton
            icon="plus"
            size="small"
            tone="plain"
            label={t("picture.closer")}
            shortcut="+"
            onClick={() => zoom(1.25)}
          />
          <IconButton
            icon="minus"
            size="small"
            tone="plain"
            label={t("picture.farther")}
            shortcut="-"
            onClick={() => zoom(0.8)}
          />
          <IconButton
            icon="fit"
            size="small"
            tone="plain"
            label={t("picture.fit")}
            shortcut="0"
            onClick={fitAll}
          />
        </div>
      </div>
      <PicturePanel
        page={page}
        ways={ways}
        selected={selected !== undefined && knows(cast, selected) ? selected : undefined}
      />
    </div>
  );

  /** What is lit stands out before the best way does. */
  function lookOf(taken: readonly number[]): "strong" | "lit" | "plain" | "faint" {
    if (taken.some((way) => lively.has(way))) return taken.includes(strong) ? "strong" : "lit";
    if (taken.includes(strong) && lively.size === 0) return "strong";
    return lively.size > 0 && taken.length > 0 ? "faint" : "plain";
  }

  function lookOfNode(node: PictureNode): "strong" | "lit" | "plain" | "faint" {
    const taken = picture.edges.flatMap(({ from, to, paths: numbers }) =>
      from === node.key || to === node.key ? numbers : [],
    );
    if (lit?.kind === "node" && lit.id === node.id) return taken.includes(strong) ? "strong" : "lit";
    return lookOf(taken);
  }
}

const rank = (paths: readonly number[]): number => (paths.length === 0 ? -99 : -(paths[0] ?? 0));

const knows = ({ people, bodies }: Ways["cast"], id: RecordId): boolean => people.has(id) || bodies.has(id);

export type Look = "strong" | "lit" | "plain" | "faint";

function Columns({ picture }: { readonly picture: BridgePicture }): ReactNode {
  const t = useText();
  const last = Math.max(0, ...picture.nodes.map(({ column }) => column));
  const at = (column: number): number | undefined => picture.nodes.find((node) => node.column === column)?.x;
  const heads = [
    { column: 0, words: t("picture.ours") },
    ...(last > 2 ? [{ column: 2, words: t("picture.go-betweens") }] : []),
    { column: last, words: t("picture.target") },
  ];
  return (
    <g aria-hidden="true">
      {picture.nodes.length < 2
        ? null
        : heads.map(({ column, words }) => (
            <text key={column} className="rb-column" x={at(column)} y={14} textAnchor="middle">
              {words}
            </text>
          ))}
    </g>
  );
}

function tiesOf({ answer, acquaintances }: Ways): ReadonlyMap<RecordId, RelationTie> {
  const links = [
    ...(answer.value?.paths.flatMap((path) => path.links) ?? []),
    ...[...acquaintances.opened.values()].flatMap(({ items }) => items),
  ];
  return new Map(
    links.flatMap(({ because }) => because.flatMap(({ ties }) => ties.map((tie) => [tie.id, tie] as const))),
  );
}
