import { buyingCentreMember } from "@sweetspot/plan-model";
import { type PlanPage, tableBlock } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import { choiceText, joined, type Words } from "./words.ts";

/** Step 8: who decides, how they stand to us, who of us leads. Ratings that differ are shown, never averaged away. */
export function peoplePage(source: PlanSource, words: Words): PlanPage | undefined {
  const { t, format } = words;
  const rows = source.members
    .filter(({ fields }) => fields.leftOn === undefined)
    .toSorted((one, other) => rank(other) - rank(one) || format.compare(one.fields.name, other.fields.name))
    .map(({ id, fields }) => [
      joined(named(fields), "\n"),
      joined([
        choiceText(words, buyingCentreMember, "role", fields.role),
        choiceText(words, buyingCentreMember, "type", fields.type),
      ]),
      rangeOf(source, id, "relationship", words),
      rangeOf(source, id, "influence", words),
      source.teamName(fields.lead) ?? t("people.no-lead"),
    ]);
  const blocks = tableBlock(
    [t("column.person"), t("column.role"), t("column.relationship"), t("column.influence"), t("column.lead")],
    rows,
  );
  return blocks.length === 0 ? undefined : { kind: "people", title: t("page.people"), blocks };
}

/** Somebody still unknown is called by his position: once is enough. */
export const named = ({ name, position }: PlanSource["members"][number]["fields"]): (string | undefined)[] =>
  position === name ? [name] : [name, position];

const RANKS = ["user", "recommender", "decision-maker", "sponsor"];
const rank = ({ fields }: PlanSource["members"][number]): number =>
  fields.role === undefined ? -1 : RANKS.indexOf(fields.role);

function rangeOf(
  { ratings }: PlanSource,
  member: string,
  field: "relationship" | "influence",
  { format }: Words,
): string {
  const given = ratings.flatMap(({ fields }) =>
    fields.member === member && fields[field] !== undefined ? [fields[field]] : [],
  );
  const ends = [...new Set([Math.min(...given), Math.max(...given)])];
  if (given.length === 0) return "";
  return ends
    .map((value) => format.number(value, { signDisplay: field === "relationship" ? "exceptZero" : "auto" }))
    .join(" … ");
}
