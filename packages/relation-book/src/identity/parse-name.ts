import { foldName } from "./fold-name.ts";

/** A name taken apart. Words are folded; a word of one letter is an initial. */
export interface ParsedName {
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Academic titles and the like, folded. */
  readonly titles: readonly string[];
  /** `jr`, `sr`, `ii`, `iii`, `iv`: tells father from son. */
  readonly generation?: string;
}

export interface WrittenName {
  readonly name: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly title?: string;
}

const TITLES = new Set(
  [
    "dr prof professor doctor dipl ing mag msc bsc mba phd llm llb ba ma beng meng cfa habil hc rer nat pol oec med jur phil",
    "mr mrs ms miss sir dame lord lady hon rev herr frau mme mlle don dona",
    "bapak bp ibu ir drs dra hj se sh st mm mt spd",
    "ret jd md esq oam obe cbe mbe kbe kommerzialrat senator konsul geheimrat",
  ].flatMap((row) => row.split(" ").map(foldName)),
);

/** Written or left out as one likes. */
const PARTICLES = new Set(
  "von van vom zu zum zur de der den del della di da do dos du la le ten ter af av bin binti ibn al el und and y e".split(
    " ",
  ),
);
const GENERATIONS: Readonly<Record<string, string>> = {
  jr: "jr",
  jun: "jr",
  junior: "jr",
  sr: "sr",
  sen: "sr",
  senior: "sr",
  ii: "ii",
  iii: "iii",
  iv: "iv",
};

/** Names of more words are cut: nobody is told apart by his eighth. */
const MOST_WORDS = 7;

/** `Dr. Anna von Berg`, `Berg, Anna von` or the parts a source knows. Without parts the last word is the family's. */
export function parseName({ name, givenName, familyName, title = "" }: WrittenName): ParsedName {
  const titles = new Set(wordsOf(title).filter((word) => word.length > 1));
  let generation: string | undefined;
  const read = (text: string): string[] => {
    const words = wordsOf(text);
    return words.filter((word, place) => {
      if (GENERATIONS[word] && place > 0) generation = GENERATIONS[word];
      else if (TITLES.has(word) && words.length > 1) titles.add(word);
      else return !PARTICLES.has(word) || words.length === 1;
      return false;
    });
  };
  const [given, family] = splitName(name, givenName, familyName, read);
  return {
    given: given.slice(0, MOST_WORDS),
    family: family.slice(0, MOST_WORDS),
    titles: [...titles].toSorted(),
    ...(generation ? { generation } : {}),
  };
}

function splitName(
  name: string,
  givenName: string | undefined,
  familyName: string | undefined,
  read: (text: string) => string[],
): readonly [string[], string[]] {
  if (givenName && familyName) return [read(givenName), read(familyName)];
  const [before = "", ...behind] = name.split(",");
  // `Anna Berg, MBA` has nothing but titles behind the comma.
  const given = behind.find((part) => !wordsOf(part).every((word) => TITLES.has(word)));
  if (given) return [read(given), read(before)];
  const words = read(name);
  return [words.slice(0, -1), words.slice(-1)];
}

/** An apostrophe joins, anything else parts; `J.P.` is two initials. */
const wordsOf = (text: string): string[] =>
  foldName(text)
    .replaceAll(/\bh\.? ?c\./g, " ")
    .replaceAll(/['’`´]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
