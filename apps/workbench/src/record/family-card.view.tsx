import type { CrmView } from "@sweetspot/contract";
import { type ReactNode, useMemo, useState } from "react";
import { usePage } from "../page/page-context.ts";
import { toHash } from "../page/route.model.ts";
import { Card } from "./card.view.tsx";
import { LongList } from "./long-list.view.tsx";
import { toFamilyTree } from "./record.model.ts";

/** Accounts below this one. Absent where there are none. */
export function FamilyCard({ view }: { readonly view: CrmView }): ReactNode {
  const { t, format } = usePage();
  const [isOpen, setOpen] = useState(false);
  const { family } = view;
  const below = useMemo(
    () =>
      toFamilyTree(family)
        .slice(1)
        .map(({ account, depth }) => ({ id: account.id, name: account.name, depth })),
    [family],
  );
  if (below.length === 0) return null;
  return (
    <Card title={t("record.family")} meta={format.number(below.length)}>
      <LongList
        items={below}
        label={t("record.family")}
        searchLabel={t("record.search-family")}
        words={(account) => account.name}
        rowHeight={30}
        renderRow={({ id, name, depth }) => (
          <a
            className="wb-family-link wb-clip"
            data-depth={Math.min(depth, 5)}
            href={toHash({ page: "account", account: id })}
          >
            {name}
          </a>
        )}
        isOpen={isOpen}
        onOpenChange={setOpen}
      />
    </Card>
  );
}
