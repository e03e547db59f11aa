import type { SourceBody, SourcePerson } from "../source-record.ts";
import { createBodyScheme } from "./body-scheme.ts";
import { type Circles, NO_CIRCLES } from "./circles.port.ts";
import { createMatchIndex } from "./create-match-index.ts";
import type { IdentityOptions } from "./identity.ts";
import type { MatchIndex } from "./match-index.port.ts";
import { createPersonScheme } from "./person-scheme.ts";

export const personMatches = (
  options: IdentityOptions = {},
  circles: Circles = NO_CIRCLES,
): MatchIndex<SourcePerson> => createMatchIndex(createPersonScheme(circles), options);

export const bodyMatches = (options: IdentityOptions = {}): MatchIndex<SourceBody> =>
  createMatchIndex(createBodyScheme(), options);
