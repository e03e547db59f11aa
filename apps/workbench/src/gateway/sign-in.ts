import { CrmError, type RecordId, type TeamMember } from "@sweetspot/contract";
import { createDesk, type Desk } from "./desk.ts";
import { listMembers, signIn } from "./gateway-client.ts";

/** Who is in front of the page. */
export interface SignIn {
  getView(): SignInView;
  subscribe(listener: () => void): () => void;
  /** Becomes this member; the first rep where none is named, or where the one named is gone. */
  become(wanted: RecordId | undefined): void;
  retry(): void;
}

export interface SignInView {
  /** Undefined while signing in, or when that failed. */
  readonly desk: Desk | undefined;
  readonly members: readonly TeamMember[];
  readonly error: CrmError | undefined;
}

export function createSignIn(): SignIn {
  const listeners = new Set<() => void>();
  let view: SignInView = { desk: undefined, members: [], error: undefined };
  let attempt = 0;
  let last: RecordId | undefined;

  const show = (change: Partial<SignInView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  const enter = async (wanted: RecordId | undefined): Promise<void> => {
    attempt += 1;
    const mine = attempt;
    last = wanted;
    // What the former user sees must not stay on the screen.
    show({ desk: undefined, error: undefined });
    try {
      const members = readMembers();
      const desk = await openDesk(wanted, members);
      if (mine === attempt) show({ desk });
      show({ members: await members });
    } catch (error) {
      if (mine === attempt) show({ error: toError(error) });
    }
  };

  return {
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    become: (wanted) => {
      if (wanted === undefined || view.desk?.member.id !== wanted) void enter(wanted);
    },
    retry: () => void enter(last),
  };
}

/** Asked for at the same time as the session; an answer nobody waits for yet is no unhandled failure. */
function readMembers(): Promise<readonly TeamMember[]> {
  const members = listMembers();
  members.catch(() => undefined);
  return members;
}

/** The member remembered may be gone, with a data folder emptied in between. */
async function openDesk(wanted: RecordId | undefined, all: Promise<readonly TeamMember[]>): Promise<Desk> {
  if (wanted !== undefined) {
    const [found] = await Promise.allSettled([signIn(wanted)]);
    if (found.status === "fulfilled") return createDesk(found.value);
    if (!CrmError.is(found.reason) || found.reason.code === "unavailable") throw found.reason;
  }
  const members = await all;
  const first = members.find((member) => member.role === "rep") ?? members[0];
  if (!first) throw new CrmError("not-found", "The CRM has no team members.");
  return createDesk(await signIn(first.id));
}

const toError = (failure: unknown): CrmError =>
  CrmError.is(failure) ? failure : new CrmError("unavailable", String(failure), { cause: failure });
