import type { PictureNode } from "@sweetspot/bridge-graph";
import type { RecordId } from "@sweetspot/contract";
import { softHyphens } from "@sweetspot/widget-kit";
import type { KeyboardEvent, ReactNode } from "react";
import { toInitials } from "../model/initials.model.ts";
import { toLines, widthOfText } from "../model/label-lines.model.ts";
import { linesFor, NODE } from "../model/picture.model.ts";
import { sayType } from "../model/sentence.model.ts";
import type { Look } from "./picture.view.tsx";
import type { Bridge } from "./use-bridge.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

interface Props {
  readonly node: PictureNode;
  readonly page: Bridge;
  readonly ways: Ways;
  readonly look: Look;
  /** The one the Tab key comes to. */
  readonly current: boolean;
  readonly selected: boolean;
  readonly onFocus: () => void;
  readonly onSelect: () => void;
}

const FONT = 12;
const LINE = 15;

/** A person, round, or a body, square, with the name below and how many others a person knows. */
export function Node({ node, page, ways, look, current, selected, onFocus, onSelect }: Props): ReactNode {
  const { cast, answer, acquaintances, light } = ways;
  const t = useText();
  const id = node.id as RecordId;
  const person = cast.people.get(id);
  const body = cast.bodies.get(id);
  const name = person?.name ?? body?.name ?? "";
  const isTarget = id === answer.value?.target;
  const side = isTarget ? "target" : person?.teamMember === undefined ? "between" : "ours";
  const below = person ? (person.teamMember === page.user ? t("part.you") : "") : kindOf(ways, id, t);
  const total = acquaintances.totals.get(id);
  const isOpen = acquaintances.opened.has(id);
  const warned = body?.insolvent !== undefined || (person?.insolvencies?.length ?? 0) > 1;
  const { x, y, label } = node;
  const most = linesFor(label.width);
  const lines = toLines(softHyphens(name), label.width, FONT, below === "" ? most : most - 1);
  const belowLines = toLines(softHyphens(below), label.width, 11, most - lines.length);
  const words = [
    name,
    below,
    person ? t(`picture.${side}`) : "",
    warned ? t("node.warned") : "",
    total === undefined ? "" : t("node.knows", { count: total }),
  ];
  const expand = (): void => (isOpen ? acquaintances.collapse(id) : acquaintances.expand(id));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" || event.key === " ") onSelect();
    else if (event.key.toLowerCase() === "e" && person) expand();
    else return;
    event.preventDefault();
  };
  return (
    <g
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture holds no HTML
      role="button"
      aria-pressed={selected}
      tabIndex={current ? 0 : -1}
      data-key={node.key}
      className="rb-node"
      data-side={person ? side : "body"}
      data-look={look}
      data-warned={warned || undefined}
      onFocus={onFocus}
      onBlur={() => light(undefined)}
      onPointerEnter={() => light({ kind: "node", id })}
      onPointerLeave={() => light(undefined)}
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <title>{words.filter(Boolean).join(", ")}</title>
      <rect
        className="rb-hit"
        x={label.x}
        y={y - NODE / 2}
        width={label.width}
        height={label.y - y + NODE / 2 + (lines.length + belowLines.length) * LINE}
      />
      <g transform={`translate(${x} ${y})`}>
        {person ? (
          <circle className="rb-shape" r={NODE / 2} />
        ) : (
          <rect
            className="rb-shape"
            x={-NODE / 2 + 5}
            y={-NODE / 2 + 5}
            width={NODE - 10}
            height={NODE - 10}
            rx={5}
          />
        )}
        {person ? (
          <text className="rb-initials" textAnchor="middle" dominantBaseline="central">
            {toInitials(name)}
          </text>
        ) : (
          <path className="rb-house" d="M-6 7V-4L0 -7.5L6 -4V7zM-2 7V2.5H2V7" />
        )}
        {warned ? <path className="rb-alert" d="M-14 -21-6.5 -8H-21.5zM-14 -16.5v4M-14 -10.4v.1" /> : null}
      </g>
      <text className="rb-label" textAnchor="middle">
        {lines.map((line, index) => (
          <tspan key={line + String(index)} x={x} y={label.y + FONT + index * LINE}>
            {line}
          </tspan>
        ))}
        {belowLines.map((line, index) => (
          <tspan
            key={`below ${line}`}
            className="rb-below"
            x={x}
            y={label.y + FONT + (lines.length + index) * LINE}
          >
            {line}
          </tspan>
        ))}
      </text>
      {person && total !== undefined && total > 0 ? (
        <Badge
          x={x + NODE / 2 - 3}
          y={y - NODE / 2 - 1}
          words={isOpen ? "–" : `+${total}`}
          onClick={expand}
        />
      ) : null}
    </g>
  );
}

/** How many others a person knows; it opens and closes them. The key E and the menu do the same. */
function Badge(props: {
  readonly x: number;
  readonly y: number;
  readonly words: string;
  readonly onClick: () => void;
}): ReactNode {
  const { x, y, words, onClick } = props;
  const width = widthOfText(words, 11) + 9;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <g
      className="rb-badge"
      transform={`translate(${x} ${y})`}
      onClick={(event) => {
        event.stopPropagation();
        onClick();
      }}
    >
      <rect x={-2} y={-9} width={width} height={18} rx={9} />
      <text x={-2 + width / 2} y={0} textAnchor="middle" dominantBaseline="central">
        {words}
      </text>
    </g>
  );
}

/** What people do in a body: the kind of relation that brings it into the picture. */
function kindOf({ answer, acquaintances }: Ways, body: RecordId, t: ReturnType<typeof useText>): string {
  const links = [
    ...(answer.value?.paths.flatMap((path) => path.links) ?? []),
    ...[...acquaintances.opened.values()].flatMap(({ items }) => items),
  ];
  const grounds = links
    .flatMap(({ because }) => because.slice(0, 1))
    .filter((ground) => ground.body === body);
  const type = (grounds.find(({ current }) => current) ?? grounds[0])?.ties[0]?.type;
  return type === undefined ? "" : sayType(type, { t });
}
