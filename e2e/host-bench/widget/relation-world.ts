import { type RecordId, toRecordId } from "@sweetspot/contract";
import { buildContact, conformanceWorld, type CrmWorld } from "@sweetspot/fixtures";

const SOURCE = "Register";
const CONTACTS = 20;
const IN_A_BODY = 10;
/** Words that names are made of: nobody is called like somebody else. */
const SYLLABLES = [
  "bar",
  "dol",
  "fen",
  "gim",
  "hus",
  "jor",
  "kel",
  "lun",
  "mav",
  "nor",
  "pel",
  "quin",
  "ras",
  "sut",
];

/**
 * An account around which a register knows so many ties: everybody sits in about five bodies of ten, the account's contacts
 * and our people among them, so that three introductions lead to nearly all.
 */
export function relationWorld(ties: number): {
  readonly world: CrmWorld;
  readonly account: RecordId;
  readonly user: RecordId;
} {
  const world = conformanceWorld();
  const account = world.accounts[0]?.id ?? toRecordId("none");
  const user = world.teamMembers.find((member) => member.role === "rep")?.id ?? toRecordId("none");
  const contacts = Array.from({ length: CONTACTS }, (_, place) =>
    buildContact(`con-bench-${place}`, nameOf(place), { account, title: "Director" }),
  );
  const people = Math.round(ties / 5);
  const bodies = Math.floor(ties / IN_A_BODY);
  const draw = createDraw();
  const ours = world.teamMembers.map(({ name }) => name);
  const nameOfPerson = (place: number): string => ours[place - CONTACTS] ?? nameOf(place);
  return {
    account,
    user,
    world: {
      ...world,
      contacts: [...world.contacts, ...contacts],
      relations: {
        sources: [{ name: SOURCE, purpose: "Measuring.", importedAt: "2026-02-01T08:00:00.000Z" }],
        people: Array.from({ length: people }, (_, place) => ({
          source: SOURCE,
          key: `p${place}`,
          name: nameOfPerson(place),
          city: `Town ${place % 40}`,
        })),
        bodies: Array.from({ length: bodies }, (_, place) => ({
          source: SOURCE,
          key: `b${place}`,
          name: `${nameOf(place)} Works AG`,
          place: `Town ${place % 40}`,
        })),
        ties: Array.from({ length: bodies * IN_A_BODY }, (_, place) => ({
          source: SOURCE,
          key: `t${place}`,
          person: `p${place < people ? place : draw(people)}`,
          body: `b${draw(bodies)}`,
          type: ["board_seat", "club", "employer", "chamber_mandate"][place % 4] ?? "club",
          start: String(2000 + (place % 20)),
          seenTo: "2026-10-01",
        })),
        // The CRM knows neither towns nor days of birth: a person says who is who.
        decisions: [
          ...contacts.map(({ id }, place) => same(`p${place}`, `CRM/contact/${id}`)),
          ...world.teamMembers.map(({ id }, place) => same(`p${place + CONTACTS}`, `CRM/team-member/${id}`)),
        ],
        wishes: [],
      },
    },
  };
}

const same = (key: string, other: string) => ({
  one: toRecordId(`${SOURCE}/${key}`),
  other: toRecordId(other),
  same: true,
  by: toRecordId("user-ines"),
  at: "2026-02-02T09:00:00.000Z",
});

function nameOf(place: number): string {
  const word = (number: number): string => {
    const [first, second, third] = [number % 14, Math.floor(number / 14) % 14, Math.floor(number / 196) % 14];
    const text = `${SYLLABLES[first]}${SYLLABLES[second]}${SYLLABLES[third]}`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return `${word((place * 37) % 2744)} ${word(place)}`;
}

/** The same numbers every time. */
function createDraw(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
