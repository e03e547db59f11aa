import type { RecordId } from "@sweetspot/contract";
import { type MenuEntry, useSurface } from "@sweetspot/widget-kit";
import { avoid } from "../model/filters.model.ts";
import { nameOf } from "../model/sentence.model.ts";
import type { Bridge } from "./use-bridge.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

/** What can be done with a person or a body of the picture, in the list and in the picture alike. */
export function useNodeMenu(_page: Bridge, ways: Ways, id: RecordId): readonly MenuEntry[] {
  const { cast, acquaintances, filters, setFilters, show, answer } = ways;
  const t = useText();
  const { navigate } = useSurface();
  const name = nameOf(cast, id);
  const person = cast.people.get(id);
  const goRound: MenuEntry = {
    id: "avoid",
    icon: "eye-off",
    label: t("node.avoid", { name }),
    onSelect: () => setFilters(avoid(filters, { kind: person ? "person" : "body", id, name })),
  };
  if (!person) return [goRound];
  const { contact } = person;
  const open = acquaintances.opened.get(id);
  const total = acquaintances.totals.get(id);
  return [
    ...(open
      ? [
          {
            id: "collapse",
            icon: "hierarchy" as const,
            label: t("node.collapse"),
            onSelect: () => acquaintances.collapse(id),
          },
        ]
      : []),
    ...(!open || open.next !== undefined
      ? [
          {
            id: "expand",
            icon: "network" as const,
            label: open
              ? t("node.expand-more", { count: (total ?? 0) - open.items.length })
              : total === undefined
                ? t("node.expand")
                : t("node.expand-count", { count: total }),
            disabled: total === 0,
            onSelect: () => acquaintances.expand(id),
          },
        ]
      : []),
    { id: "report", icon: "document", label: t("node.report"), onSelect: () => show({ kind: "person", id }) },
    ...(navigate && contact !== undefined
      ? [
          {
            id: "crm",
            icon: "external" as const,
            label: t("node.crm"),
            onSelect: () => navigate({ type: "contact", id: contact }),
          },
        ]
      : []),
    ...(id === answer.value?.target ? [] : [goRound]),
  ];
}
