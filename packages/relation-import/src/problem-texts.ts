import type { RelationProblemCode } from "./relation-report.model.ts";

interface Texts {
  readonly message: string;
  readonly remedy: string;
}

/** In English, for the bad rows file and the command line; pages translate the code. */
export const PROBLEM_TEXTS: Readonly<Record<RelationProblemCode, Texts>> = {
  "wrong-column-count": {
    message: "The row has more cells than there are columns.",
    remedy: "Quote the cell that holds the delimiter.",
  },
  "broken-json": {
    message: "The line is no JSON object.",
    remedy: "Write one whole JSON object in each line.",
  },
  "broken-value": {
    message: "The value is neither text nor a number.",
    remedy: "Give a text or a number.",
  },
  "unknown-kind": {
    message: "The line does not say what it is.",
    remedy: 'Set "kind" to "person", "body" or "tie".',
  },
  "missing-key": {
    message: "The record has no key.",
    remedy: "Give the source's own number in the column key or id.",
  },
  "duplicate-key": {
    message: "An earlier row has the same key.",
    remedy: "Keep one of them, or give each a key of its own.",
  },
  "missing-name": { message: "The record has no name.", remedy: "Fill in the name." },
  "missing-type": {
    message: "The tie does not say what relation it is.",
    remedy: "Fill in the type, for example board_seat.",
  },
  "unknown-type": {
    message: "The kind of relation is none of those that have a strength.",
    remedy:
      "Use one of the words of the format, for example board_seat; until then the tie counts for nothing.",
  },
  "missing-end": {
    message: "The tie has one end only.",
    remedy: "Name a person and a body, two people, or a body and its owner.",
  },
  "too-many-ends": {
    message: "The tie has more than two ends.",
    remedy: "Write one row for each tie: a person and a body, two people, or a body and its owner.",
  },
  "self-tie": { message: "Both ends are the same.", remedy: "Correct one of the ends." },
  "unknown-person": {
    message: "Nobody has this key.",
    remedy: "Import the person with this key in the same import or before, or correct the key.",
  },
  "unknown-body": {
    message: "No body has this key.",
    remedy: "Import the body with this key in the same import or before, or correct the key.",
  },
  "erased-person": {
    message: "It is about somebody who was erased on request.",
    remedy: "Nothing has to be done: whoever was erased stays so.",
  },
  "impossible-date": {
    message: "This is no date.",
    remedy: "Write YYYY, YYYY-MM or YYYY-MM-DD.",
  },
  "dates-reversed": { message: "The end lies before the start.", remedy: "Correct start or end." },
  "broken-number": { message: "This is no number.", remedy: "Write a number, for example 12.5." },
  "share-out-of-range": {
    message: "A share lies between 0 and 100 per cent.",
    remedy: "Correct the share.",
  },
  "shares-over-100": {
    message: "With this row the shares of the body are more than 100 per cent.",
    remedy: "Correct the shares, or give those that have ended an end.",
  },
  "ownership-cycle": {
    message: "The body would own itself over others.",
    remedy: "Correct owner or body, or give the tie that has ended an end.",
  },
  "too-long": { message: "The value is too long.", remedy: "Shorten it." },
};
