import { defineEntity } from "../entity.ts";
import { choice, crmReference, date, list, reference, text } from "../field-kinds.ts";

/** A source's name (120), a slash and its own key (240), with room: an id that is cut is somebody else's. */
export const LONGEST_RELATION_ID = 400;

/** Method, "Sales tools": what an introduction goes through; a go-between is only a candidate until somebody asks him. */
export const INTRODUCTION_STATES = [
  "candidate",
  "asked",
  "agreed",
  "not-usable",
  "target-agreed",
  "made",
  "closed",
] as const;
/** What the go-between said to this one request. */
export const CONSENTS = ["not-asked", "given", "refused", "withdrawn"] as const;
export const UNUSABLE_REASONS = ["no-relation", "not-willing", "wrong-time", "left", "other"] as const;
export const INTRODUCTION_OUTCOMES = ["meeting", "opportunity", "order", "no-interest", "no-answer"] as const;

export const introduction = defineEntity({
  name: "introduction",
  help: "An introduction to somebody at the customer: over whom, why we believe in the way, who agreed and what came of it.",
  scopes: ["plan"],
  schema: 1,
  title: "targetName",
  fields: {
    target: text({
      help: "Whom we want to meet, as the relations know the person.",
      max: LONGEST_RELATION_ID,
      required: true,
    }),
    targetName: text({ help: "Whom we want to meet, by name.", max: 160, required: true }),
    targetContact: crmReference("contact", { help: "The same person in the CRM, if there." }),
    starter: crmReference("team-member", { help: "Who of us asks." }),
    goBetween: text({
      help: "Who introduces us, as the relations know the person.",
      max: LONGEST_RELATION_ID,
    }),
    goBetweenName: text({ help: "Who introduces us, by name.", max: 160 }),
    way: list(text({ help: "A person, as the relations know him.", max: LONGEST_RELATION_ID }), {
      help: "The people from ours to the target, in this order.",
      max: 5,
    }),
    wayNames: list(text({ help: "A name.", max: 160 }), {
      help: "The names of the people from ours to the target, in this order.",
      max: 5,
    }),
    grounds: text({
      help: "Why the way was believed in, in words, on the day it was started.",
      max: 2000,
    }),
    cell: reference("cell", { help: "The white-space cell it is for." }),
    partner: reference("referral-partner", {
      help: "The referral partner who introduces us, if one.",
      within: "library",
    }),
    occasion: text({ help: "Why we want to meet the person.", max: 500 }),
    state: choice(INTRODUCTION_STATES, { help: "How far it is." }),
    stateDate: date({ help: "Since when it is so far." }),
    askedOn: date({ help: "When the go-between was asked." }),
    agreedOn: date({ help: "When the go-between agreed." }),
    targetAgreedOn: date({ help: "When the target agreed to be introduced." }),
    targetAgreedNote: text({ help: "How the target agreed: in whose words, by which way.", max: 500 }),
    madeOn: date({ help: "When the introduction was made." }),
    consent: choice(CONSENTS, { help: "What the go-between said to this request." }),
    consentOn: date({ help: "When he said so." }),
    consentNote: text({ help: "How he said so: in which words, by which way.", max: 500 }),
    notUsableBecause: choice(UNUSABLE_REASONS, { help: "Why this way cannot be used." }),
    notUsableNote: text({ help: "Why this way cannot be used, in words.", max: 500 }),
    requestText: text({ help: "What we ask of the go-between.", max: 4000 }),
    requestLanguage: text({ help: "Language of the request, as a code: en, de, id.", max: 8 }),
    nextStepDue: date({ help: "Until when the next step is to be done." }),
    task: text({ help: "The task in the CRM for the next step.", max: 200 }),
    outcome: choice(INTRODUCTION_OUTCOMES, { help: "What came of it." }),
    outcomeNote: text({ help: "What came of it, in words.", max: 1000 }),
    opportunity: crmReference("opportunity", { help: "The opportunity that came of it." }),
    feedbackOn: date({ help: "When the go-between was told what came of it." }),
    feedbackNote: text({ help: "What the go-between was told, and what he said.", max: 1000 }),
  },
});
