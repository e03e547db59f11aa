import { CrmError } from "@sweetspot/contract";
import { ORG_PARTS, type OrgPart, PART_HOMES } from "./documents/org-parts.ts";
import type { Nullish, SalesforceGraphqlResponse, SalesforceObjectInfo } from "./raw/graphql-response.ts";
import { toCrmError } from "./to-crm-error.ts";

/** Asks the org which objects there are, those of the parts in `without` left out. */
type AskOrg = (without: readonly OrgPart[]) => Promise<SalesforceGraphqlResponse>;

/**
 * What this org, or this user, does not have. How the GraphQL API answers for an object that is not there is not
 * documented: null, an error beside data, or an error instead of all data. In the last case each part is asked for alone.
 */
export async function readLacks(ask: AskOrg): Promise<readonly OrgPart[]> {
  const together = await ask([]);
  refusePassing(together);
  if (together.data?.uiapi) return ORG_PARTS.filter((part) => !isDescribed(together, part));
  const lacks: OrgPart[] = [];
  for (const part of ORG_PARTS) {
    const alone = await ask(ORG_PARTS.filter((other) => other !== part));
    refusePassing(alone);
    if (!isDescribed(alone, part)) lacks.push(part);
  }
  return lacks;
}

/** A session that is over or a used-up limit says nothing about the org, and must not be remembered as if it did. */
function refusePassing({ errors }: SalesforceGraphqlResponse): void {
  for (const error of errors ?? []) {
    const failure = toCrmError({ errors: [error] });
    if (CrmError.is(failure, "unauthenticated") || CrmError.is(failure, "rate-limited")) throw failure;
  }
}

function isDescribed({ data }: SalesforceGraphqlResponse, part: OrgPart): boolean {
  const infos = data?.uiapi?.[part];
  const { field } = PART_HOMES[part];
  return (
    Array.isArray(infos) &&
    (infos as Nullish<SalesforceObjectInfo>[]).some(
      (info) => info != null && (field === undefined || info.fields?.some((one) => one?.ApiName === field)),
    )
  );
}
