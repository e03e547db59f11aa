import type { SourceBody, SourcePerson } from "../source-record.ts";
import { createBodyScheme } from "./body-scheme.ts";
import { createMatchIndex } from "./create-match-index.ts";
import type { IdentityOptions } from "./identity.ts";
import type { MatchIndex } from "./match-index.port.ts";
import { createPersonScheme } from "./person-scheme.ts";

export const personMatches = (options: IdentityOptions = {}): MatchIndex<SourcePerson> =>
  createMatchIndex(createPersonScheme(), options);

export const bodyMatches = (options: IdentityOptions = {}): MatchIndex<SourceBody> =>
  createMatchIndex(createBodyScheme(), options);
