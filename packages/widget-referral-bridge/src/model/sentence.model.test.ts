import { createFormat, createTranslator } from "@sweetspot/widget-kit";
import { describe, expect, test } from "vitest";
import { catalogs } from "../locales.ts";
import { BODY_TYPES, CAST, groundOf, linkOf, tieOf } from "../relations.fixture.ts";
import { sayGround, saySources, type Spoken } from "./sentence.model.ts";

const speak = (locale: string): Spoken => ({
  t: createTranslator(catalogs, locale).t,
  format: createFormat({ locale, timeZone: "Europe/Berlin", currency: "EUR" }),
  today: "2026-11-22",
  cast: CAST,
});
const [en, de, indonesian] = [speak("en-GB"), speak("de-DE"), speak("id-ID")];

const both = (type: string, more = {}, ground = {}): string[] => {
  const made = groundOf([tieOf("anna", type, more), tieOf("ben", type, more)], { ...more, ...ground });
  const link = linkOf("anna", "ben", made);
  return [en, de, indonesian].map((speech) => sayGround(made, link, speech));
};

describe("why two people are believed to know each other, as a sentence", () => {
  test("says what is over in the past, with its years", () => {
    expect(both("board_seat", { from: "2016-03", to: "2019" }, { current: false })).toEqual([
      "Anna Ahlwardt sat on the board of Harbour AG together with Ben Brookmüller from 2016 to 2019",
      "Anna Ahlwardt saß von 2016 bis 2019 gemeinsam mit Ben Brookmüller im Vorstand von Harbour AG",
      "Anna Ahlwardt pernah duduk di dewan direksi Harbour AG bersama Ben Brookmüller dari 2016 sampai 2019",
    ]);
  });

  test("says what lasts, since when it is known and where it is not", () => {
    expect(both("employer", { from: "2020" })).toEqual([
      "Anna Ahlwardt has worked at Harbour AG together with Ben Brookmüller since 2020",
      "Anna Ahlwardt arbeitet seit 2020 gemeinsam mit Ben Brookmüller bei Harbour AG",
      "Anna Ahlwardt bekerja di Harbour AG bersama Ben Brookmüller sejak 2020",
    ]);
    expect(both("club")[0]).toBe("Anna Ahlwardt is a member of Harbour AG together with Ben Brookmüller");
    expect(both("shareholder")[1]).toBe(
      "Anna Ahlwardt ist gemeinsam mit Ben Brookmüller an Harbour AG beteiligt",
    );
  });

  test("says an end without a beginning, a beginning without an end, and one month", () => {
    expect(both("commission", { to: "2019" }, { current: false })[0]).toMatch(/until 2019$/);
    expect(both("commission", { from: "2011" }, { current: false })[0]).toMatch(
      /from 2011, until when is not known$/,
    );
    expect(both("commission", { from: "2019-05", to: "2019-05-20" }, { current: false })[1]).toMatch(
      /im Mai 2019/,
    );
    expect(both("commission", { from: "2019", to: "2019" }, { current: false })[1]).toMatch(
      /saß 2019 gemeinsam/,
    );
  });

  test.each(BODY_TYPES)("%s: a whole sentence in each language and tense", (type) => {
    const sentences = [
      both(type, { from: "2016", to: "2019" }, { current: false }),
      both(type, { from: "2016" }),
      both(type),
    ].flat();
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^Anna Ahlwardt /);
      expect(sentence).toContain("Ben Brookmüller");
      expect(sentence).toContain("Harbour AG");
      expect(sentence).not.toMatch(/ {2}| [,;.]|\{|\}|part\.|undefined/);
    }
  });

  test("a kind of tie no text knows is said in the source's own word", () => {
    expect(both("honorary_consul", { from: "2016" })[0]).toBe(
      "Anna Ahlwardt has been tied to Harbour AG (honorary consul) together with Ben Brookmüller since 2016",
    );
  });

  test("people of different parts or times are each told of, and whether they met is not claimed", () => {
    const apart = groundOf(
      [tieOf("anna", "employer", { from: "2009", to: "2012" }), tieOf("ben", "board_seat", { from: "2015" })],
      { current: false, time: "apart" },
    );
    const link = linkOf("anna", "ben", apart);
    expect(sayGround(apart, link, en)).toBe(
      "Anna Ahlwardt worked at Harbour AG from 2009 to 2012; Ben Brookmüller has sat on the board of Harbour AG since 2015, but not at the same time",
    );
    const unknown = groundOf([tieOf("anna", "club"), tieOf("ben", "club")], { time: "unknown" });
    expect(sayGround(unknown, link, de)).toMatch(/; ob zur selben Zeit, ist nicht verzeichnet$/);
  });

  test("ties of two people name no body", () => {
    const tie = (type: string, from: string) => ({
      id: tieOf("anna", type).id,
      person: tieOf("anna", type).person,
      type,
      from,
    });
    const say = (type: string, from: string, current = true): string[] => {
      const ground = groundOf([tie(type, from)], { current });
      return [en, de, indonesian].map((speech) => sayGround(ground, linkOf("anna", "ben", ground), speech));
    };
    expect(say("meeting", "2025-06-03", false)).toEqual([
      "Anna Ahlwardt and Ben Brookmüller met on 3 Jun 2025",
      "Anna Ahlwardt und Ben Brookmüller trafen sich am 03.06.2025",
      "Anna Ahlwardt dan Ben Brookmüller bertemu pada 3 Jun 2025",
    ]);
    expect(say("colleague", "2018")[1]).toBe("Anna Ahlwardt und Ben Brookmüller arbeiten seit 2018 zusammen");
    expect(say("crm_contact", "2018")[0]).toBe(
      "Anna Ahlwardt has dealt with Ben Brookmüller since 2018, says the CRM",
    );
  });

  test("each source is named once, with its day", () => {
    const source = { name: "Commercial register", date: "2019-11-02" };
    expect(saySources([tieOf("anna", "club", { source }), tieOf("ben", "club", { source })], en)).toBe(
      "Commercial register, 2 Nov 2019",
    );
  });
});
