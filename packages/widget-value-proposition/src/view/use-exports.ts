import { type TableData, useCrm, usePlanLabels } from "@sweetspot/widget-kit";
import { PROPOSITION_PARTS, valueProposition } from "@sweetspot/plan-model";
import { toNarrative } from "@sweetspot/strategy-overlap";
import { type RefObject, useCallback } from "react";
import { audienceName } from "../model/audience.model.ts";
import { laddersOf } from "../model/ladders.model.ts";
import { isTellable, proofsOf } from "../model/proofs.model.ts";
import { titleOf } from "../model/spots.model.ts";
import { drawStory, type Picture } from "../value-proposition.picture.ts";
import type { OpenProposition } from "./opened.model.ts";
import { useText } from "./use-text.ts";
import { toTextLanguage, type Workspace } from "./use-workspace.ts";

/** All sweet spots and what is told about them, one row a wording. */
export function useTable({ story, spots, today }: Workspace): () => TableData {
  const t = useText();
  const labels = usePlanLabels();
  return useCallback((): TableData => {
    const part = (name: (typeof PROPOSITION_PARTS)[number]): string =>
      labels.field(valueProposition, name).label;
    return {
      title: t("widget.title"),
      columns: [
        { id: "name", label: labels.entity(valueProposition).one },
        { id: "spot", label: t("table.spot") },
        { id: "audience", label: t("audience.label") },
        { id: "told", label: t("table.told") },
        ...PROPOSITION_PARTS.map((id) => ({ id, label: part(id) })),
        { id: "proofs", label: t("proofs.title") },
      ],
      rows: spots.flatMap((entry) =>
        entry.groups.length === 0
          ? [
              {
                id: entry.id,
                cells: [t("spot.untold"), titleOf(entry), entry.levelName, "–", "–", "–", "–", "–", "–"],
              },
            ]
          : entry.groups.flatMap((group) =>
              group.variants.map((one) => ({
                id: one.id,
                cells: [
                  one.fields.name,
                  titleOf(entry),
                  audienceName(story, group.audience),
                  one === group.told ? "✓" : "–",
                  ...PROPOSITION_PARTS.map((name) => one.fields[name] ?? "–"),
                  proofsOf(story, one)
                    .map((kept) => kept.record.fields.name + (isTellable(kept, today) ? "" : " ⚠"))
                    .join(", ") || "–",
                ],
              })),
            ),
      ),
    };
  }, [story, spots, today, t, labels]);
}

const SVG = "http://www.w3.org/2000/svg";

/** The open proposition as a picture, drawn into `holder` for as long as it is copied. */
export function usePicture(
  { story, language }: Workspace,
  opened: OpenProposition | undefined,
  holder: RefObject<HTMLDivElement | null>,
): () => SVGSVGElement | null {
  const t = useText();
  const labels = usePlanLabels();
  const { account } = useCrm();
  return useCallback(() => {
    const place = holder.current;
    if (!place || !opened) return null;
    const { proposition, group } = opened;
    const frames = toTextLanguage(proposition.fields.language) ?? language;
    const [ladder] = laddersOf(story, proposition);
    const { feature = "", benefit = "", whys = [], value = "" } = ladder?.fields ?? {};
    const svg = toElement(
      drawStory({
        title: proposition.fields.name,
        subtitle: [account?.name, audienceName(story, group.audience)].filter(Boolean).join(" · "),
        rungs: [
          { label: t("ladder.feature"), text: feature, ours: true },
          { label: t("ladder.benefit"), text: benefit, ours: true },
          ...whys.map((text) => ({ label: t("ladder.why"), text, ours: false })),
          { label: t("ladder.value", { account: account?.name ?? "" }), text: value, ours: false },
        ].filter(({ text }) => text !== ""),
        parts: toNarrative(proposition.fields, frames)
          .parts.map(({ part, text }, index) => ({
            place: index + 1,
            label: labels.field(valueProposition, part).label,
            text,
          }))
          .filter(({ text }) => text !== ""),
      }),
    );
    place.replaceChildren(svg);
    // The kit copies it at once.
    setTimeout(() => place.replaceChildren(), 0);
    return svg;
  }, [story, language, opened, holder, t, labels, account]);
}

/** Drawn by hand: a page's policy refuses SVG given as text. */
function toElement(picture: Picture): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("width", String(picture.width));
  svg.setAttribute("height", String(picture.height));
  svg.setAttribute("viewBox", `0 0 ${String(picture.width)} ${String(picture.height)}`);
  for (const { tag, attributes, text } of picture.shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    if (text !== undefined) shape.textContent = text;
    svg.append(shape);
  }
  return svg;
}
