import type { TableData } from "@sweetspot/widget-kit";
import { useCallback } from "react";
import type { Centre } from "./use-centre.ts";
import { usePersonText } from "./use-person-text.ts";
import { useText } from "./use-text.ts";

/** The role matrix as a table (method §8): for the table view, for copies, for print. */
export function usePeopleTable({ shown, memberName }: Centre): () => TableData {
  const t = useText();
  const text = usePersonText();
  return useCallback(
    () => ({
      title: t("widget.title"),
      columns: [
        { id: "person", label: t("column.person") },
        { id: "position", label: t("column.position") },
        { id: "role", label: t("column.role") },
        { id: "type", label: t("column.type") },
        { id: "relationship", label: text.aspect("relationship"), align: "end" },
        { id: "influence", label: text.aspect("influence"), align: "end" },
        { id: "power", label: text.aspect("power"), align: "end" },
        { id: "interest", label: text.aspect("interest"), align: "end" },
        { id: "lead", label: t("column.lead") },
        { id: "state", label: t("column.state") },
      ],
      rows: shown.map(({ person }) => ({
        id: person.id,
        cells: [
          person.fields.name,
          person.fields.position ?? null,
          text.role(person),
          text.type(person),
          ...(["relationship", "influence", "power", "interest"] as const).map((aspect) =>
            text.spread(aspect, person.spreads[aspect]),
          ),
          person.leadMissing ? t("lead.missing") : memberName(person.fields.lead),
          [
            text.standing(person),
            person.diverging.length > 0 ? t("rating.differ") : undefined,
            text.notice(person),
          ]
            .filter(Boolean)
            .join(", "),
        ],
      })),
    }),
    [t, text, shown, memberName],
  );
}
