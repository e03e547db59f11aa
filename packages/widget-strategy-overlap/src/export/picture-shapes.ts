/** One SVG element. */
export interface Shape {
  readonly tag: "path" | "text" | "rect";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

const INK = "#14181f";
const LETTERS = 52;
const MOST_LINES = 5;

/** Breaks a text at its words; a word longer than a line is broken anywhere. */
export function wrap(statement: string, letters = LETTERS, most = MOST_LINES): readonly string[] {
  const words = statement
    .split(/\s+/u)
    .flatMap((word) =>
      [...word].reduce<string[]>(
        (parts, letter, index) =>
          index % letters === 0
            ? [...parts, letter]
            : [...parts.slice(0, -1), `${parts.at(-1) ?? ""}${letter}`],
        [],
      ),
    );
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else if (lines.length === most) {
      lines[most - 1] = `${(last ?? "").slice(0, letters - 1)}…`;
      break;
    } else lines.push(word);
  }
  return lines;
}

interface Look {
  readonly size?: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: "middle" | "end";
}

export const text = (x: number, y: number, words: string, look: Look = {}): Shape => ({
  tag: "text",
  attributes: {
    x,
    y,
    fill: look.fill ?? INK,
    "font-family": "Segoe UI, Roboto, Helvetica, Arial, sans-serif",
    "font-size": look.size ?? 14,
    ...(look.weight === undefined ? {} : { "font-weight": look.weight }),
    ...(look.anchor === undefined ? {} : { "text-anchor": look.anchor }),
  },
  text: words,
});

export const rect = (
  x: number,
  y: number,
  width: number,
  height: number,
  look: Readonly<Record<string, string | number>>,
): Shape => ({ tag: "rect", attributes: { x, y, width, height, ...look } });
