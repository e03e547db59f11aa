import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";

/** Files of a CRM's export become accounts, deals and products. */
export function ImportPage(): ReactNode {
  const { t } = usePage();
  return (
    <section className="wb-card">
      <h1>{t("nav.import")}</h1>
    </section>
  );
}
