import type { PictureEdge } from "@sweetspot/bridge-graph";
import type { RelationTie } from "@sweetspot/contract";
import { useFormat } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { widthOfText } from "../model/label-lines.model.ts";
import { sayYears } from "../model/period.model.ts";
import { toCurve, widthOf } from "../model/picture.model.ts";
import type { Look } from "./picture.view.tsx";
import { useText } from "./use-text.ts";

interface Props {
  readonly edge: PictureEdge;
  readonly tie: RelationTie | undefined;
  readonly look: Look;
  readonly onLight: (on: boolean) => void;
  readonly onChoose: () => void;
}

/** A tie as a line: as wide as it is strong, dashed where it is over. The list says the same, so it takes no focus. */
export function Edge({ edge, tie, look, onLight, onChoose }: Props): ReactNode {
  const t = useText();
  const format = useFormat();
  const curve = toCurve(edge);
  const width = widthOf(edge.strength);
  const years = tie ? sayYears(tie, { t, format }) : "";
  const { label } = edge;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- a short cut for the pointer
    <g
      className="rb-edge"
      data-look={look}
      onPointerEnter={() => onLight(true)}
      onPointerLeave={() => onLight(false)}
      onClick={onChoose}
    >
      <path
        d={curve}
        className="rb-stroke"
        strokeWidth={width}
        strokeDasharray={edge.current ? undefined : `${Math.max(5, width * 1.6)} ${Math.max(4, width)}`}
      />
      <path d={curve} className="rb-touch" />
      {label && years !== "" && widthOfText(years, 11) <= label.width ? (
        <text className="rb-years" x={label.x + label.width / 2} y={label.y + 11} textAnchor="middle">
          {years}
        </text>
      ) : null}
    </g>
  );
}
