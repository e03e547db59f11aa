/** One question as it leaves the widget: plain text, no markup. */
export interface GapLine {
  readonly question: string;
  /** Where it belongs, who asks, by when, one to one only. */
  readonly notes: readonly string[];
}

/** The questions for the next meeting as plain text, person by person. */
export const toGapText = (
  title: string,
  groups: readonly { readonly name: string; readonly lines: readonly GapLine[] }[],
): string =>
  [
    title,
    ...groups.map(({ name, lines }) =>
      [
        name,
        ...lines.map(({ question, notes }) =>
          notes.length === 0 ? `– ${question}` : `– ${question} (${notes.join("; ")})`,
        ),
      ].join("\n"),
    ),
  ].join("\n\n");
