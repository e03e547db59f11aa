import { expect, type Page } from "@playwright/test";
import { expectFocus, focused, goBy } from "../support/focus.ts";
import { gatewayForFile, test } from "../support/journey.ts";
import { whiteSpaceOn } from "../support/white-space-page.ts";

const sweetspot = gatewayForFile();

/** Everything here is done by keys: a mouse press fails the test. */
async function withoutMouse(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.addEventListener(
      "pointerdown",
      () => {
        throw new Error("A mouse was used.");
      },
      true,
    ),
  );
}

test("a rep finds the account, plans a cell and takes it back without touching the mouse", async ({
  visit,
}) => {
  const page = await visit(sweetspot.url);
  const space = whiteSpaceOn(page);
  await expect(page.getByRole("link", { name: "Haver Markt", exact: true })).toBeVisible();
  await withoutMouse(page);

  await test.step("the search narrows the list, arrow down leads into it, Enter opens the account", async () => {
    await goBy(page, ({ label }) => label === "Search accounts");
    await page.keyboard.type("haver markt");
    await expect(page.getByText("match “haver markt”")).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await goBy(page, ({ name }) => name === "Haver Markt", { key: "ArrowDown", most: 10 });
    await page.keyboard.press("Enter");
    await space.isDrawn();
  });

  await test.step("one tab stop leads into the grid, arrows walk its cells", async () => {
    await goBy(page, ({ name }) => name.startsWith("Germany, Plug-in cabinets"));
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowRight");
    await expectFocus(page, /^(Germany|North), Plug-in cabinets/);
    await goBy(page, ({ name }) => name.startsWith("South, Plug-in cabinets"), { key: "ArrowDown", most: 5 });
    await page.keyboard.press("ArrowRight");
    await expectFocus(page, /^South, Cold rooms, None/);
  });

  await test.step("digits set levels, Delete hands a cell back to the CRM's data", async () => {
    for (const [key, level] of [
      ["3", "Strong"],
      ["2", "Present"],
      ["1", "Weak"],
      ["0", "None"],
    ] as const) {
      await page.keyboard.press(key);
      await expectFocus(page, new RegExp(`^South, Cold rooms, ${level}, set by hand`));
    }
    await page.keyboard.press("Delete");
    await expectFocus(page, /^South, Cold rooms, None, nothing won here/);
  });

  await test.step("X asks why it is not possible before it says so", async () => {
    await page.keyboard.press("x");
    await expect.poll(async () => (await focused(page)).role).toBe("input");
    await page.keyboard.type("The landlord owns the cold rooms.");
    await page.keyboard.press("Enter");
    await space.seesLevel("South", "Cold rooms", "Not possible");
    await page.keyboard.press("Escape");
    await expectFocus(page, /^South, Cold rooms, Not possible/);
  });

  await test.step("Enter opens the cell's dialog; the next step is typed; Escape leads back to the cell", async () => {
    await page.keyboard.press("ArrowDown");
    await goBy(page, ({ name }) => name.startsWith("Warsaw, Cold rooms"), { key: "ArrowDown", most: 8 });
    await page.keyboard.press("Enter");
    await expect(space.panel).toBeVisible();
    await expectFocus(page, /Cold rooms/);
    await goBy(page, ({ label }) => label === "What happens next?");
    await page.keyboard.type("Ask the plant manager for a date");
    await page.keyboard.press("Escape");
    await expectFocus(page, /^Warsaw, Cold rooms, None.*next step planned/);
    await expect(space.panel).toHaveCount(0);
  });

  await test.step("undo and redo go through the edits one by one", async () => {
    await page.keyboard.press("Control+z");
    await expectFocus(page, /^Warsaw, Cold rooms, (?!.*planned)/);
    await page.keyboard.press("Control+Shift+z");
    await expectFocus(page, /^Warsaw, Cold rooms, None.*next step planned/);
  });

  await test.step("P takes the brush, the space bar paints, Escape lays it down", async () => {
    await page.keyboard.press("p");
    await expect(page.getByRole("group", { name: "Paint levels" })).toBeVisible();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Space");
    await space.seesLevel("Warsaw", "CO₂ racks", "Strong");
    await space.seesLevel("Warsaw", "Shelf lighting", "Strong");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("group", { name: "Paint levels" })).toHaveCount(0);
    await page.keyboard.press("Control+z");
    await space.seesLevel("Warsaw", "CO₂ racks", "None");
    await space.seesLevel("Warsaw", "Shelf lighting", "None");
  });

  await space.isSaved();
  await page.reload();
  await space.isDrawn();
  await space.seesLevel("South", "Cold rooms", "Not possible");
  await expect(space.cell("Warsaw", "Cold rooms")).toHaveAccessibleName(/next step planned/);
});
