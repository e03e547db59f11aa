import { toRecordId } from "@sweetspot/contract";
import { defineEntity } from "../entity.ts";
import { number } from "../field-kinds.ts";

const strength = (help: string) => number({ help, min: 0, max: 1, scale: 4 });

/** Method, "Sales tools": how strong a relation is. All of it is the admin's to change; defaults live in the engine. */
export const relationRules = defineEntity({
  name: "relation-rules",
  help: "The company's rules for the strength of relations and for how often a go-between is asked.",
  scopes: ["library"],
  schema: 1,
  fields: {
    board: strength("Strength (0 to 1) of sitting on one board."),
    shareholder: strength("Strength (0 to 1) of owning shares of one company."),
    employer: strength("Strength (0 to 1) of working for one employer."),
    club: strength("Strength (0 to 1) of belonging to one club or association."),
    chamber: strength("Strength (0 to 1) of belonging to one chamber, committee or public body."),
    colleague: strength("Strength (0 to 1) of being colleagues in our team."),
    crmContact: strength("Strength (0 to 1) of one of ours being in touch with a contact of the CRM."),
    meeting: strength("Strength (0 to 1) of having met."),
    smallBody: number({ help: "Up to so many people all know each other.", min: 1, max: 100_000 }),
    largestBody: number({
      help: "Among more people nobody is taken to know anybody.",
      min: 1,
      max: 1_000_000,
    }),
    apart: strength("Factor where two people were never there at the same time."),
    unknownDates: strength("Factor where the dates do not say whether they were."),
    halfLifeYears: number({
      help: "Years after the common time in which half of the strength is lost.",
      min: 0.1,
      max: 100,
      scale: 2,
    }),
    currentMonths: number({
      help: "A relation without an end counts as current so many months after it was last seen.",
      min: 0,
      max: 1200,
    }),
    coolingOffDays: number({
      help: "The same person should not be asked again for so many days.",
      min: 0,
      max: 3650,
    }),
    asksPerQuarter: number({
      help: "Nobody should be asked more often than this within three months.",
      min: 1,
      max: 100,
    }),
  },
});

/** The library has one set of rules. */
export const RELATION_RULES_ID = toRecordId("relation-rules");
