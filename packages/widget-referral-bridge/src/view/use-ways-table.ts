import { type TableData, useFormat } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import { nameOf, sayGround, saySources } from "../model/sentence.model.ts";
import { goBetweensOf, gradeOf } from "../model/strength.model.ts";
import { useSpeech } from "./use-speech.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

/** The ways as a table: one line a way, its grounds with their sources. */
export function useWaysTable({ answer, cast, target }: Ways): () => TableData {
  const t = useText();
  const format = useFormat();
  const spoken = useSpeech(cast);
  return useCallback(() => {
    const paths = answer.value?.paths ?? [];
    return {
      title: t("table.title", { name: target?.name ?? "" }),
      columns: [
        { id: "way", label: t("table.way") },
        { id: "strength", label: t("table.strength") },
        { id: "percent", label: t("table.value"), align: "end" },
        { id: "go-betweens", label: t("table.go-betweens"), align: "end" },
        { id: "grounds", label: t("table.grounds") },
        { id: "sources", label: t("table.sources") },
      ],
      rows: paths.map((path) => {
        const grounds = path.links.flatMap((link) =>
          link.because[0] ? [{ ground: link.because[0], link }] : [],
        );
        return {
          id: path.people.join("→"),
          cells: [
            path.people.map((id) => nameOf(cast, id)).join(" → "),
            t(`grade.${gradeOf(path.strength)}`),
            { value: Math.round(path.strength * 1000) / 10, text: format.percent(path.strength) },
            goBetweensOf(path),
            grounds.map(({ ground, link }) => `${sayGround(ground, link, spoken)}.`).join(" "),
            saySources(
              grounds.flatMap(({ ground }) => ground.ties),
              spoken,
            ),
          ],
        };
      }),
    };
  }, [answer.value, cast, target, t, format, spoken]);
}
