import { memo, type ReactNode } from "react";
import type { Spread } from "../model/spread.model.ts";

interface ScaleProps {
  readonly low: number;
  readonly high: number;
  readonly spread: Spread | undefined;
}

const STEP = 12;
const MIDDLE = 7;

/** A row of dots, those that somebody chose filled: differing views stand apart. Two paths, for every node costs in a sandbox. */
export const Scale = memo(function Scale({ low, high, spread }: ScaleProps): ReactNode {
  const count = high - low + 1;
  const dotAt = (value: number, radius: number): string => {
    const x = MIDDLE + (value - low) * STEP - radius;
    return `M${x} ${MIDDLE}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`;
  };
  const tone = spread === undefined || low >= 0 ? "plain" : toTone(spread);
  const line = spread
    ? `M${MIDDLE + (spread.low - low) * STEP} ${MIDDLE}H${MIDDLE + (spread.high - low) * STEP}`
    : "";
  return (
    <svg
      className="bc-scale"
      data-tone={tone}
      viewBox={`0 0 ${MIDDLE * 2 + (count - 1) * STEP} ${MIDDLE * 2}`}
      width={MIDDLE * 2 + (count - 1) * STEP}
      height={MIDDLE * 2}
      aria-hidden="true"
    >
      <path
        className="bc-scale-track"
        d={Array.from({ length: count }, (_, index) => dotAt(low + index, 3)).join("")}
      />
      {spread === undefined ? null : (
        <path
          className="bc-scale-marks"
          d={line + spread.values.map((value) => dotAt(value, 4.5)).join("")}
        />
      )}
    </svg>
  );
});

const toTone = ({ low, high }: Spread): "good" | "bad" | "plain" =>
  low > 0 ? "good" : high < 0 ? "bad" : "plain";
