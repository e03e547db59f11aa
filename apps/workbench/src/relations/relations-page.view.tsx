import { createTranslator } from "@sweetspot/widget-kit/page";
import { type ReactNode, useEffect, useMemo } from "react";
import { useDesk } from "../gateway/desk.ts";
import type { Gateway } from "../gateway/gateway-client.ts";
import { AdminsOnly } from "../import/admins-only.view.tsx";
import importDe from "../import/locales/de.json";
import importEn from "../import/locales/en.json";
import importId from "../import/locales/id.json";
import { PAGE_CATALOGS } from "../page/page-catalogs.ts";
import { PageContext, usePage } from "../page/page-context.ts";
import { RELATION_PARTS, type RelationPart, toHash } from "../page/route.model.ts";
import de from "./locales/de.json";
import en from "./locales/en.json";
import id from "./locales/id.json";
import { MatchesPart } from "./matches/matches-part.view.tsx";
import { MyWishPart } from "./mine/my-wish-part.view.tsx";
import { PeoplePart } from "./people/people-part.view.tsx";
import { createRelationsClient, type RelationsClient } from "./relations-client.ts";
import { RulesPart } from "./rules/rules-part.view.tsx";
import { SourcesPart } from "./sources/sources-part.view.tsx";

/** Files come in by the same words on both pages. */
const CATALOGS = [...PAGE_CATALOGS, { en: importEn, de: importDe, id: importId }, { en, de, id }];

/** One for each gateway: what it was doing goes on while the user looks at other pages. */
const clients = new WeakMap<Gateway, RelationsClient>();

function clientOf(gateway: Gateway): RelationsClient {
  const client = clients.get(gateway) ?? createRelationsClient(gateway);
  clients.set(gateway, client);
  return client;
}

/** Where relations come from, who is who, what is kept about whom; and what colleagues may make of my own. */
export function RelationsPage({ part }: { readonly part: RelationPart }): ReactNode {
  const page = usePage();
  const environment = useMemo(() => ({ ...page, t: createTranslator(CATALOGS, page.locale).t }), [page]);
  return (
    <PageContext value={environment}>
      <RelationsPlace part={part} />
    </PageContext>
  );
}

function RelationsPlace({ part }: { readonly part: RelationPart }): ReactNode {
  const { t } = usePage();
  const { member, gateway } = useDesk();
  const isAdmin = member.role === "admin";
  const title = t(`relations.part.${part}`);
  useEffect(() => {
    document.title = `${title} · ${t("nav.relations")} · ${t("app.name")}`;
  }, [t, title]);
  return (
    <div className="wb-relations">
      <header className="wb-relations-head wb-no-print">
        <h1>{t("nav.relations")}</h1>
        <nav className="wb-parts" aria-label={t("relations.parts")}>
          {RELATION_PARTS.filter((one) => isAdmin || one === "mine").map((one) => (
            <a
              key={one}
              className="wb-nav-link"
              href={toHash({ page: "relations", part: one })}
              aria-current={one === part ? "page" : undefined}
            >
              {t(`relations.part.${one}`)}
            </a>
          ))}
        </nav>
        <p>{t(`relations.lead.${part}`)}</p>
      </header>
      {isAdmin || part === "mine" ? (
        <Part part={part} client={clientOf(gateway)} />
      ) : (
        <AdminsOnly words={{ title: t("relations.admins-only"), text: t("relations.admins-only.text") }} />
      )}
    </div>
  );
}

function Part({
  part,
  client,
}: {
  readonly part: RelationPart;
  readonly client: RelationsClient;
}): ReactNode {
  switch (part) {
    case "sources":
      return <SourcesPart client={client} />;
    case "matches":
      return <MatchesPart client={client} />;
    case "people":
      return <PeoplePart client={client} />;
    case "rules":
      return <RulesPart />;
    case "mine":
      return <MyWishPart />;
  }
}
