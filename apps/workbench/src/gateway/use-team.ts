import type { CrmReader, RecordId, TeamMember } from "@sweetspot/contract";
import { useEffect, useState } from "react";
import { useDesk } from "./desk.ts";

/** Our people by id. */
export type Team = ReadonlyMap<RecordId, TeamMember>;

const NOBODY: Team = new Map();
/** Read once per user. */
const known = new WeakMap<CrmReader, Promise<Team>>();

/** Our people by id, for names of owners; empty while they are being read. */
export function useTeam(): Team {
  const { reader } = useDesk();
  const [team, setTeam] = useState(NOBODY);
  useEffect(() => {
    const reading = known.get(reader) ?? readTeam(reader);
    known.set(reader, reading);
    reading.then(setTeam, () => known.delete(reader));
  }, [reader]);
  return team;
}

async function readTeam(reader: CrmReader): Promise<Team> {
  const team = new Map<RecordId, TeamMember>();
  let cursor: string | undefined;
  do {
    const page = await reader.listTeamMembers({ limit: 2000, ...(cursor === undefined ? {} : { cursor }) });
    for (const member of page.items) team.set(member.id, member);
    cursor = page.next;
  } while (cursor !== undefined);
  return team;
}
