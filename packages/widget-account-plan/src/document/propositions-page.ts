import type { RecordId } from "@sweetspot/contract";
import { PROPOSITION_PARTS, valueProposition } from "@sweetspot/plan-model";
import { TEXT_LANGUAGES, toNarrative } from "@sweetspot/strategy-overlap";
import { inGivenOrder } from "./given-order.ts";
import type { Block, PlanPage } from "./plan-page.ts";
import type { PlanSource } from "./plan-source.ts";
import { joined, type Words } from "./words.ts";

/** Steps 5 and 6: promise, added value, delivery and proof, one proposition after the other. Variants stay in the builder. */
export function propositionsPage(source: PlanSource, words: Words): PlanPage | undefined {
  const blocks = inGivenOrder(
    source.propositions.filter(({ fields }) => fields.variantOf === undefined),
  ).flatMap((proposition) => toBlocks(proposition, source, words));
  return blocks.length === 0
    ? undefined
    : { kind: "propositions", title: words.t("page.propositions"), blocks };
}

function toBlocks(
  { id, fields }: PlanSource["propositions"][number],
  source: PlanSource,
  words: Words,
): Block[] {
  const { t, labels, language } = words;
  const own = TEXT_LANGUAGES.find((one) => one === fields.language) ?? language;
  const { parts } = toNarrative(fields, own);
  const level = fields.level === undefined ? undefined : source.board.level(fields.level)?.fields.name;
  const told = parts.filter(({ text }) => text !== "");
  if (told.length === 0) return [];
  const values = source.ladders.filter(({ fields: ladder }) => ladder.proposition === id && ladder.value);
  return [
    {
      kind: "text",
      title: joined([fields.name, source.memberName(fields.member) ?? level]),
      text: told.map(({ text }) => text).join(" "),
      isQuote: true,
    },
    {
      kind: "facts",
      facts: [
        ...PROPOSITION_PARTS.flatMap((part) => {
          const text = fields[part]?.trim() ?? "";
          return text === "" ? [] : [{ label: labels.field(valueProposition, part).label, text }];
        }),
        ...values.map(({ fields: ladder }) => ({
          label: t("propositions.value"),
          text: joined([ladder.feature, ladder.benefit, ladder.value], " → "),
        })),
        ...proofFacts(fields.proofs ?? [], source, words),
      ],
    },
  ];
}

const proofFacts = (ids: readonly RecordId[], source: PlanSource, { t, format }: Words) =>
  ids.flatMap((id) => {
    const found = source.proofs.get(id)?.fields;
    if (!found) return [];
    const isOver = found.validUntil !== undefined && found.validUntil < source.today;
    const warning = isOver
      ? t("propositions.expired", { date: format.date(found.validUntil ?? "") })
      : found.permission === "granted" || source.audience === "customer"
        ? undefined
        : t("propositions.ask-first");
    return [{ label: t("propositions.proof"), text: joined([found.statement, warning], " – ") }];
  });
