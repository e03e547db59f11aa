import { expect, test } from "vitest";
import { bodyKey, personKey } from "./match-key.ts";

test.for([
  ["Dr. Anna Maria Müller", "Mueller, Anna"],
  ["Søren Kjær", "Soren Kjaer"],
  ["Prof. Dr. Göran Åberg", "Aaberg, Göran"],
  ["Groß, Jörg", "Joerg Gross"],
])("people of names that may be one have one key: %s, %s", ([one, other]) => {
  expect(personKey(one ?? "")).toBe(personKey(other ?? ""));
  expect(personKey(one ?? "")).not.toBe("");
});

test("people of other names have another", () => {
  expect(personKey("Anna Berg")).not.toBe(personKey("Anne Berg"));
});

test("a body is found without its legal form", () => {
  expect(bodyKey("Nordwind AG")).toBe(bodyKey("NORDWIND GmbH & Co. KG"));
  expect(bodyKey("Ltd")).toBe("ltd");
});
