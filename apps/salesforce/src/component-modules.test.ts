import { expect, test } from "vitest";
import { readOptions } from "../force-app/main/default/lwc/sweetspotOptions/sweetspotOptions.js";
import { keepAboutOrg } from "../force-app/main/default/lwc/sweetspotTransport/aboutOrg.js";
import { toTheme } from "../force-app/main/default/lwc/sweetspotTheme/sweetspotTheme.js";
import {
  isAskedAgain,
  toAnswer,
  toPlanFailure,
} from "../force-app/main/default/lwc/sweetspotTransport/answers.js";

const DECLARED = [
  { name: "lens", property: "optionLens", type: "text", default: "level", choices: ["level", "money"] },
  { name: "years", property: "optionYears", type: "number", default: 3 },
  { name: "open", property: "optionOpen", type: "boolean", default: true },
];

test("options are what the admin set, of their type, and the default where nothing or nonsense is set", () => {
  expect(readOptions(DECLARED, {})).toEqual({ lens: "level", years: 3, open: true });
  expect(readOptions(DECLARED, { optionLens: "money", optionYears: "5", optionOpen: false })).toEqual({
    lens: "money",
    years: 5,
    open: false,
  });
  expect(readOptions(DECLARED, { optionLens: "size", optionYears: "many", optionOpen: "" })).toEqual({
    lens: "level",
    years: 3,
    open: true,
  });
});

test("data and errors of one answer stay together", async () => {
  const errors = [{ message: "no", path: ["uiapi"] }];
  expect(await toAnswer({ data: { uiapi: {} }, errors })).toEqual({ data: { uiapi: {} }, errors });
  expect(await toAnswer({ data: { uiapi: {} }, errors: [] })).toEqual({ data: { uiapi: {} } });
});

test("a request that failed is thrown as Lightning tells it, with its status", async () => {
  const failure = { status: 401, errorCode: "INVALID_SESSION_ID" };
  for (const outcome of [{ errors: [failure] }, { errors: failure }, { failure }])
    await expect(toAnswer(outcome)).rejects.toMatchObject(failure);
});

test("who asks the same again soon wants news; who asks something else, or much later, does not", () => {
  expect(isAskedAgain("overview", { id: 1 }, 0)).toBe(false);
  expect(isAskedAgain("overview", { id: 2 }, 1000)).toBe(false);
  expect(isAskedAgain("overview", { id: 1 }, 2000)).toBe(true);
  expect(isAskedAgain("overview", { id: 2 }, 3_600_000)).toBe(false);
});

test("what an org keeps at all is asked once, what belongs to an account each time, and a failure is not kept", async () => {
  let reads = 0;
  const read = async (answer: unknown = { data: {} }) => {
    reads += 1;
    return answer;
  };
  await keepAboutOrg("gaps", {}, [], () => read({ data: {}, errors: [{}] }));
  const [first] = [await keepAboutOrg("gaps", {}, [], read)];
  expect(await keepAboutOrg("gaps", {}, [], read)).toBe(first);
  expect(reads).toBe(2);
  await keepAboutOrg("gaps", {}, ["assets"], read);
  await keepAboutOrg("overview", { roots: ["1"] }, [], read);
  await keepAboutOrg("overview", { roots: ["1"] }, [], read);
  expect(reads).toBe(5);
});

test("a page is dark where its surface is, however the browser writes the colour", () => {
  const dark = ["rgb(3, 35, 77)", "rgba(24, 24, 24, 0.9)", "color(srgb 0.1 0.1 0.12)"];
  const light = ["rgb(255, 255, 255)", "color(srgb 1 1 1)", "rgb(243, 243, 243)", "", "currentcolor"];
  expect(dark.map(toTheme)).toEqual(["dark", "dark", "dark"]);
  expect(light.map(toTheme)).toEqual(light.map(() => "light"));
});

test("a missing permission set is known by the class in the sentence, whatever its language", () => {
  const refused = {
    status: 500,
    body: { message: "Kein Zugriff auf die Apex-Klasse „SweetspotPlanStore“." },
  };
  expect(toPlanFailure(refused)).toMatchObject({
    status: 403,
    body: { errorCode: "INSUFFICIENT_ACCESS_TO_PLAN_SERVICE" },
  });
  const broken = {
    status: 500,
    body: { message: "Class.SweetspotPlanStore.load: line 9", exceptionType: "System.LimitException" },
  };
  expect(toPlanFailure(broken)).toBe(broken);
});
