import { type RecordId, type RelationGround, type RelationPath, toRecordId } from "@sweetspot/contract";
import { createFormat, createTranslator } from "@sweetspot/widget-kit";
import { describe, expect, test } from "vitest";
import { catalogs } from "../locales.ts";
import type { ChosenWay } from "../model/chosen-way.ts";
import type { Text } from "../view/use-text.ts";
import { askedOn, beginOn, usualStarter } from "./begin-way.model.ts";
import { toMailLink } from "./mail-address.model.ts";
import { type Address, draftRequest, redraftRequest } from "./request-text.model.ts";

const [MIA, OLE, VERA, NORDHAVN] = ["mia", "ole", "vera", "nordhavn"].map(toRecordId) as [
  RecordId,
  RecordId,
  RecordId,
  RecordId,
];
const LENA = toRecordId("member-lena");
const MEMBER_MIA = toRecordId("member-mia");

const person = (id: RecordId, name: string, teamMember?: RecordId) =>
  [id, { id, name, sources: [], ...(teamMember ? { teamMember } : {}) }] as const;

type Time = "together" | "apart" | "unknown";

const onBoard = (time: Time, current: boolean, types = ["board_seat", "board_seat"]): RelationGround => ({
  body: NORDHAVN,
  ties: types.map((type, index) => ({
    id: toRecordId(`tie-${String(index)}`),
    person: index === 0 ? OLE : VERA,
    body: NORDHAVN,
    type,
  })),
  from: "2016",
  ...(current ? {} : { to: "2019" }),
  current,
  strength: 0.5,
  reasons: [{ reason: "time", factor: 1, time }],
});

const between = (type: string, current: boolean): RelationGround => ({
  ties: [{ id: toRecordId("tie"), person: OLE, otherPerson: VERA, type }],
  current,
  strength: 0.5,
  reasons: [],
});

function wayOver(ground: RelationGround, people: readonly RecordId[] = [MIA, OLE, VERA]): ChosenWay {
  const path: RelationPath = {
    strength: 0.4,
    people,
    links: people.slice(1).map((to, index) => ({
      from: people[index] ?? to,
      to,
      strength: 0.5,
      because: [ground],
    })),
  };
  return {
    target: { person: VERA, name: "Vera Okonjo", part: "CFO" },
    path,
    cast: {
      people: new Map([
        person(MIA, "Mia Falk", MEMBER_MIA),
        person(OLE, "Dr. Ole Brandt"),
        person(VERA, "Vera Okonjo"),
      ]),
      bodies: new Map([[NORDHAVN, { id: NORDHAVN, name: "Nordhavn A/S", people: 6, sources: [] }]]),
    },
    grounds: ["Ole sat with Vera."],
  };
}

const draft = (way: ChosenWay, language = "en", address: Address = "familiar", from = MEMBER_MIA): string =>
  draftRequest(
    { way, from, starter: "Mia Falk", occasion: "cooling for two new plants. ", address },
    {
      t: createTranslator(catalogs, language).t as Text,
      format: createFormat({ locale: language, timeZone: "UTC", currency: "EUR" }),
    },
  );

test("a request names who, why, what we believe, and an easy way to say no", () => {
  expect(draft(wayOver(onBoard("together", false)))).toBe(
    [
      "Hi Ole,",
      "A favour, and only if it feels right to you: I would like to get to know Vera Okonjo (CFO).",
      "What it is about: cooling for two new plants.",
      "If I am not mistaken, you and Vera Okonjo were both on the board of Nordhavn A/S from 2016 to 2019.",
      "Do you know Vera Okonjo well enough to introduce us, and would you?",
      "I use your name only once you have said yes, a short no is just as fine, and I will tell you what came of it.",
      "Best wishes\nMia Falk",
    ].join("\n\n"),
  );
});

describe("it never says more than the relation does", () => {
  test.each([
    [onBoard("together", true), "have both been on the board of Nordhavn A/S since 2016."],
    [onBoard("apart", false), "have both been on the board of Nordhavn A/S, though at different times"],
    [onBoard("unknown", true), "I cannot tell whether at the same time"],
    [onBoard("together", false, ["board_seat", "employer"]), "were both connected with Nordhavn A/S"],
    [between("meeting", false), "you have met Vera Okonjo before"],
    [between("crm_contact", true), "you are in touch with Vera Okonjo"],
    [between("colleague", false), "used to be colleagues"],
    [between("godfather", true), "you have had to do with Vera Okonjo"],
  ])("ground %#: %s", (ground, words) => {
    const text = draft(wayOver(ground));
    expect(text).toContain(words);
    const claim = text.split("\n\n").find((line) => line.includes(words));
    expect(claim).toMatch(/^If I am not mistaken, /);
    expect(claim).not.toMatch(/know (each other|Vera)/);
  });
});

test.each([
  ["de", "familiar", "Hallo Ole,", "wart ihr beide, du und Vera Okonjo, von 2016 bis 2019 im Vorstand"],
  [
    "de",
    "formal",
    "Guten Tag Dr. Ole Brandt,",
    "waren Sie und Vera Okonjo von 2016 bis 2019 beide im Vorstand",
  ],
  ["id", "familiar", "Halo Ole,", "pernah sama-sama duduk di dewan Nordhavn A/S"],
  ["id", "formal", "Yth. Bapak/Ibu Dr. Ole Brandt,", "Bapak/Ibu dan Vera Okonjo pernah sama-sama duduk"],
  ["en", "formal", "Dear Dr. Ole Brandt,", "were both on the board"],
] as const)("in %s, %s, it greets and reasons as one does there", (language, address, greeting, words) => {
  const text = draft(wayOver(onBoard("together", false)), language, address);
  expect(text).toContain(greeting);
  expect(text).toContain(words);
  expect(text).not.toMatch(/request\.|[{}]|undefined| {2}/);
});

test("a request drafted anew for what is on the list says the same, without a reason where the way is known no more", () => {
  const way = wayOver(onBoard("together", false));
  const begin = beginOn(
    { ...way, target: { person: VERA, name: "Vera Okonjo" } },
    {
      starter: MEMBER_MIA,
      occasion: "cooling for two new plants",
    },
  );
  const again = (known?: ChosenWay, fields = begin): string =>
    redraftRequest(
      { fields, starter: "Mia Falk", address: "familiar", known },
      {
        t: createTranslator(catalogs, "en").t as Text,
        format: createFormat({ locale: "en", timeZone: "UTC", currency: "EUR" }),
      },
    );
  expect(again(way)).toBe(draft(way).replace(" (CFO)", ""));
  expect(again()).not.toContain("Nordhavn");
  expect(again()).toContain("cooling for two new plants.");
  const far = {
    ...begin,
    way: [MIA, OLE, NORDHAVN, VERA],
    wayNames: ["Mia", "Ole", "Nora Nordhavn", "Vera"],
  };
  expect(again(undefined, far)).toContain("Do you know Nora Nordhavn well enough");
});

test("a colleague who knows the target is asked himself; who knows the target asks nobody", () => {
  const direct = wayOver(between("crm_contact", true), [MIA, VERA]);
  expect(askedOn(direct, LENA)).toBe(0);
  expect(draft(direct, "en", "familiar", LENA)).toMatch(/^Hi Mia,/);
  expect(beginOn(direct, { starter: LENA, occasion: "" })).toMatchObject({
    goBetween: MIA,
    goBetweenName: "Mia Falk",
  });
  expect(askedOn(direct, MEMBER_MIA)).toBeUndefined();
  expect(draft(direct)).toBe("");
  expect(beginOn(direct, { starter: MEMBER_MIA, occasion: "" }).goBetween).toBeUndefined();
  expect([usualStarter(direct, LENA), usualStarter(wayOver(onBoard("together", true)), LENA)]).toEqual([
    LENA,
    MEMBER_MIA,
  ]);
});

test("a mail link carries the request as it is, whatever stands in it; one too long is none", () => {
  const link = toMailLink("ole@nordhavn.example", "A & B?", "Line 1\nLine 2 #x <b>") ?? "";
  expect(new URL(link).pathname).toBe("ole@nordhavn.example");
  expect(new URL(link).searchParams.get("subject")).toBe("A & B?");
  expect(new URL(link).searchParams.get("body")).toBe("Line 1\r\nLine 2 #x <b>");
  expect(toMailLink("", "s", "x".repeat(2000))).toBeUndefined();
});
