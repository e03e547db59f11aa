import { expect, test } from "vitest";
import { fitsRange, loadWidget, type WidgetAddress } from "./load-widget.ts";
import { SHARE_SCOPE } from "./share-scope.ts";

const ADDRESS: WidgetAddress = {
  id: "acme",
  container: "acme_widgets",
  expose: "./acme",
  contract: "widget/1",
  react: "^19.3.0",
};
const widget = { contract: "widget/1", id: "acme", mount: () => ({}) };

function createRealm(exported: unknown) {
  const scopes: unknown[] = [];
  const container = {
    init: (scope: unknown) => void scopes.push(scope),
    get: async () => () => exported,
  };
  return { realm: { acme_widgets: container }, scopes };
}

test("a container gets the page's React once, however many of its widgets are placed", async () => {
  const { realm, scopes } = createRealm({ widget });
  expect(await loadWidget(ADDRESS, realm)).toBe(widget);
  expect(await loadWidget(ADDRESS, realm)).toBe(widget);
  expect(scopes).toEqual([SHARE_SCOPE]);
});

test.each([
  ["another contract", { ...ADDRESS, contract: "widget/2" }, { widget }, "wrong-version"],
  ["a newer React", { ...ADDRESS, react: "^19.99.0" }, { widget }, "wrong-version"],
  ["an expose that holds something else", ADDRESS, { widget: { ...widget, id: "other" } }, "wrong-version"],
  ["an expose that holds nothing", ADDRESS, {}, "wrong-version"],
  [
    "a script that declares another name",
    { ...ADDRESS, container: "other_widgets" },
    { widget },
    "script-failed",
  ],
])("a widget of %s is refused with its reason", async (_what, address, exported, code) => {
  await expect(loadWidget(address, createRealm(exported).realm)).rejects.toMatchObject({ code });
});

test("a container that throws is told from a wrong one", async () => {
  const realm = { acme_widgets: { init: () => {}, get: () => Promise.reject(new Error("no ./acme")) } };
  await expect(loadWidget(ADDRESS, realm)).rejects.toMatchObject({ code: "script-failed" });
});

test("a caret range takes later versions of the same major", () => {
  for (const version of ["19.3.0", "19.3.1", "19.4.0", "19.10.2"])
    expect(fitsRange(version, "^19.3.0"), version).toBe(true);
  for (const version of ["19.2.9", "18.9.9", "20.0.0"])
    expect(fitsRange(version, "^19.3.0"), version).toBe(false);
});
