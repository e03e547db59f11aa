import { randomUUID } from "node:crypto";
import { CrmError, type NewOpportunity, type NewTask, type RecordId } from "@sweetspot/contract";
import { type HubspotCrm, type Makes, MAKING_SCOPES } from "@sweetspot/crm-hubspot";
import type { Creations } from "@sweetspot/crm-sql";
import type { CrmMaker } from "../http/crm-routes.ts";
import type { GrantStore, PortalUser } from "./grant-store.ts";
import type { Passes } from "./passes.ts";

export interface MakingParts {
  readonly passes: Pick<Passes, "sessionOf">;
  readonly grants: Pick<GrantStore, "find">;
  readonly openCrm: (who: PortalUser) => Promise<HubspotCrm>;
  readonly creationsOf: (portal: string) => Creations;
}

/** Tasks and deals that widgets begin in HubSpot. */
export interface Making extends Pick<CrmMaker, "createTask" | "createOpportunity"> {
  /** What this user has let the app make. Whether his own rights include it HubSpot says when he does it. */
  may(who: PortalUser): Promise<readonly Makes[]>;
}

const ALL: readonly Makes[] = ["task", "opportunity"];

/** Each by the session's user at the session's account, once for each key. */
export function createMaking({ passes, grants, openCrm, creationsOf }: MakingParts): Making {
  async function may(who: PortalUser): Promise<readonly Makes[]> {
    const granted = (await grants.find(who))?.scopes ?? [];
    return ALL.filter((kind) => granted.includes(MAKING_SCOPES[kind]));
  }

  const make =
    <Wish extends { readonly account: RecordId }>(
      kind: Makes,
      create: (crm: HubspotCrm, wish: Wish, firstTried: Date | undefined) => Promise<RecordId>,
    ) =>
    async (request: Request, wish: Wish, key: string = randomUUID()): Promise<{ readonly id: RecordId }> => {
      const { portal, user, account } = await passes.sessionOf(request);
      if (wish.account !== account)
        throw new CrmError("not-found", "This session was opened for another account.");
      if (!(await may({ portal, user })).includes(kind))
        throw new CrmError("forbidden", `Connect anew and grant ${MAKING_SCOPES[kind]}.`);
      const crm = await openCrm({ portal, user });
      const { id: by } = await crm.reader.whoAmI();
      const id = await creationsOf(portal).once({ key, kind, content: wish, account, by }, (firstTried) =>
        create(crm, wish, firstTried),
      );
      return { id };
    };

  return {
    may,
    createTask: make("task", (crm, task: NewTask, tried) => crm.createTask(task, tried)),
    createOpportunity: make("opportunity", (crm, deal: NewOpportunity, tried) =>
      crm.createOpportunity(deal, tried),
    ),
  };
}
