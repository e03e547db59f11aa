import { expect, test } from "vitest";
import { statusOfStage } from "./stage-status.ts";

test.each([
  ["Closed Won", "won"],
  ["closedwon", "won"],
  ["Won", "won"],
  ["Gewonnen", "won"],
  ["Abgeschlossen und gewonnen", "won"],
  ["Geschlossene gewonnene", "won"],
  ["Menang", "won"],
  ["Closed Lost", "lost"],
  ["closedlost", "lost"],
  ["Geschlossen/Verloren", "lost"],
  ["Nicht gewonnen", "lost"],
  ["Kalah", "lost"],
  ["Prospecting", "open"],
  ["Negotiation/Review", "open"],
  ["Qualifizierung", "open"],
  ["Engaging", "open"],
])("a deal in stage “%s” is %s", (stage, status) => expect(statusOfStage(stage)).toBe(status));
