import type { SourceBody, SourcePerson } from "../source-record.ts";
import type { IdentityOptions } from "./identity.ts";
import { type MatchIndex, NO_MATCHES } from "./match-index.port.ts";

export const personMatches = (_options: IdentityOptions = {}): MatchIndex<SourcePerson> => NO_MATCHES;
export const bodyMatches = (_options: IdentityOptions = {}): MatchIndex<SourceBody> => NO_MATCHES;
