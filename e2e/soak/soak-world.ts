import { type RecordId, type TeamMember, EMPTY, toRecordId } from "@sweetspot/contract";
import {
  buildAccount,
  buildContact,
  buildLineItem,
  buildOpportunity,
  buildProduct,
  type CrmWorld,
  money,
} from "@sweetspot/fixtures";

const ACCOUNTS = ["acc-1", "acc-2", "acc-3"];

/** The company whose record page a user opens; some of his colleagues open the same. */
export const accountOf = (user: number): RecordId => toRecordId(ACCOUNTS[user % ACCOUNTS.length] ?? "");

export const memberOf = (user: number): RecordId => toRecordId(`user-${user}`);

/** A portal of ordinary size for one team: ids are the same in every portal, so that a mix-up of portals would show. */
export function soakWorld(portalId: number, users: number): CrmWorld {
  const teamMembers = Array.from({ length: users }, (_, user): TeamMember => ({
    id: memberOf(user),
    name: `User ${user} of portal ${portalId}`,
    email: EMPTY,
    role: user === 0 ? "admin" : "rep",
    active: true,
  }));
  const products = Array.from({ length: 6 }, (_, index) =>
    buildProduct(`prd-${index}`, `Product ${index}`, { family: "Services", listPrice: money(1000 + index) }),
  );
  const accounts = ACCOUNTS.flatMap((id) => [
    buildAccount(id, `Company ${id} of portal ${portalId}`, { owner: memberOf(0), country: "Germany" }),
    buildAccount(`${id}-child`, `Subsidiary of ${id}`, { parent: id, country: "Denmark" }),
  ]);
  const contacts = ACCOUNTS.flatMap((account) =>
    Array.from({ length: 5 }, (_, index) =>
      buildContact(`con-${account}-${index}`, `Contact ${index}`, { account, title: "Head of purchasing" }),
    ),
  );
  const opportunities = accounts.flatMap(({ id: account }) =>
    Array.from({ length: 4 }, (_, index) =>
      buildOpportunity(`opp-${account}-${index}`, `Deal ${index}`, {
        account,
        status: index === 0 ? "open" : "won",
        amount: money(10_000 * (index + 1)),
        closeDate: "2026-05-01",
        lineItems: [
          buildLineItem(`line-${account}-${index}`, `Product ${index}`, {
            product: `prd-${index}`,
            quantity: 2,
            amount: money(10_000 * (index + 1)),
          }),
        ],
      }),
    ),
  );
  return {
    teamMembers,
    accounts,
    contacts,
    opportunities,
    assets: [],
    products,
    involvements: [],
    access: [],
  };
}
