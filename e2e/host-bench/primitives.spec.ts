import { expect, type Page, test } from "@playwright/test";
import { HOSTS, isLightning, type OpenScene, openScene } from "./hosts.ts";
import { type BenchServer, startBenchServer } from "./server.ts";

test.setTimeout(20_000);
let server: BenchServer;
test.beforeAll(async () => {
  server = await startBenchServer();
});
test.afterAll(() => server.close());

const FAVICON = /favicon|404/;

// One page serves all tests of a host: each leaves it as it found it, but for the order of the list and the state line.
for (const host of HOSTS)
  test.describe(`the kit in host "${host}"`, () => {
    let page: Page;
    let scene: OpenScene;
    test.beforeAll(async ({ browser }) => {
      page = await browser.newPage();
      scene = await openScene(page, server.origin, host, { kind: "primitives" });
    });
    test.afterAll(() => page.close());
    test.afterEach(async () => {
      await page.keyboard.press("Escape");
      await page.mouse.move(1, 1);
      expect(await scene.probe("failures")).toEqual([]);
      expect(scene.errors.filter((error) => !FAVICON.test(error))).toEqual([]);
    });
    const state = (part: string) => expect(scene.widget.getByTestId("state")).toContainText(part);

    test("is really sandboxed", async () => {
      if (host === "plain") expect(await scene.probe("import")).toBe("imported");
      if (isLightning(host)) expect(await scene.probe("import")).toContain("inactive browsing context");
      if (host === "iframe")
        expect([await scene.probe("origin"), await scene.probe("storage")]).toEqual(["null", false]);
    });

    test("a dialog takes the focus, keeps it, closes on Escape and gives it back", async () => {
      const opener = scene.widget.getByRole("button", { name: "Open dialog" });
      await opener.click();
      const dialog = scene.widget.getByRole("dialog");
      await expect(dialog).toBeVisible();
      for (let press = 0; press < 8; press += 1) await page.keyboard.press("Tab");
      await expect(dialog.locator(":focus")).toHaveCount(1);
      await page.keyboard.press("Escape");
      await expect(dialog).toHaveCount(0);
      await expect(opener).toBeFocused();
    });

    test("what is behind a dialog is hidden from assistive technology, the dialog itself is not", async () => {
      await scene.widget.getByRole("button", { name: "Open dialog" }).click();
      await expect(scene.widget.getByRole("dialog", { name: "A dialog" })).toBeVisible();
      await expect(scene.widget.getByRole("button", { name: "Open menu" })).toHaveCount(0);
    });

    test("a click outside closes a dialog", async () => {
      await scene.widget.getByRole("button", { name: "Open dialog" }).click();
      await expect(scene.widget.getByRole("dialog")).toBeVisible();
      await page.mouse.click(15, 500);
      await expect(scene.widget.getByRole("dialog")).toHaveCount(0);
    });

    test("a select inside a dialog works by mouse and keyboard", async () => {
      await scene.widget.getByRole("button", { name: "Open dialog" }).click();
      const select = scene.widget.getByRole("combobox", { name: "Fruit in the dialog" });
      await select.click();
      await scene.widget.getByRole("option", { name: "Cherry" }).click();
      await state('"dialog-fruit":"cherry"');
      await select.press("ArrowDown");
      await expect(scene.widget.getByRole("listbox")).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await state('"dialog-fruit":"date"');
      await expect(scene.widget.getByRole("dialog")).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(scene.widget.getByRole("dialog")).toHaveCount(0);
    });

    test("a question is answered", async () => {
      await scene.widget.getByRole("button", { name: "Ask" }).click();
      await scene.widget.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
      await state('"confirmed":true');
    });

    test("a menu opens by key, moves by arrows and closes by a click outside", async () => {
      const opener = scene.widget.getByRole("button", { name: "Open menu" });
      await opener.focus();
      await page.keyboard.press("Enter");
      await expect(scene.widget.getByRole("menuitem", { name: "Copy" })).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await state('"menu":"print"');
      await opener.click();
      await expect(scene.widget.getByRole("menu")).toBeVisible();
      await page.mouse.click(15, 500);
      await expect(scene.widget.getByRole("menu")).toHaveCount(0);
    });

    test("a popover holds a field", async () => {
      await scene.widget.getByRole("button", { name: "Open popover" }).click();
      await scene.widget.getByLabel("In the popover").fill("north");
      await page.keyboard.press("Enter");
      await state('"popover-text":"north"');
      await page.keyboard.press("Escape");
      await expect(scene.widget.getByLabel("In the popover")).toHaveCount(0);
    });

    test("a tooltip shows on hover and on focus, and leaves", async () => {
      const button = scene.widget.getByRole("button", { name: "Has a hint" });
      await button.hover();
      await expect(scene.widget.getByText("A hint in words")).toBeVisible();
      await scene.widget.getByRole("button", { name: "To row 4000" }).hover();
      await expect(scene.widget.getByText("A hint in words")).toBeHidden();
      await scene.widget.getByRole("button", { name: "Open popover" }).focus();
      await page.keyboard.press("Tab");
      await expect(button).toBeFocused();
      await expect(scene.widget.getByText("A hint in words")).toBeVisible();
    });

    test("a notice offers to undo", async () => {
      await scene.widget.getByRole("button", { name: "Toast" }).click();
      await scene.widget.getByRole("button", { name: "Undo" }).click();
      await state('"toast":"undone"');
    });

    test("a select, a combobox, segments, a tick and tabs answer", async () => {
      await scene.widget.getByRole("combobox", { name: /^Fruit(?! in)/ }).click();
      await scene.widget.getByRole("option", { name: "Banana" }).click();
      await state('"select":"banana"');
      await scene.widget.getByRole("combobox", { name: "Search fruit" }).fill("eld");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await state('"combobox":"elderberry"');
      await scene.widget
        .getByRole("button", { name: "two" })
        .or(scene.widget.getByRole("radio", { name: "two" }))
        .first()
        .click();
      await state('"stage":"two"');
      await scene.widget.getByRole("checkbox", { name: "Agree" }).click();
      await state('"checkbox":true');
      await scene.widget.getByRole("tab", { name: "Second" }).click();
      await expect(scene.widget.getByText("Second content")).toBeVisible();
    });

    test("money and dates are typed", async () => {
      await scene.widget.getByLabel("Potential").fill("420k");
      await page.keyboard.press("Enter");
      await state('"amount":420000');
      await scene.widget.getByLabel("Due").fill("2027-02-28");
      await scene.widget.getByLabel("Due").blur();
      await state('"date":"2027-02-28"');
    });

    test("a person is found among the contacts, or taken as still unknown; a step is marked as reviewed", async () => {
      const picker = scene.widget.getByRole("combobox", { name: "Whom we meet" });
      await picker.click();
      const first = scene.widget.getByRole("option").first();
      const name = (await first.locator(".ss-person-name").textContent()) ?? "";
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await state(`"person":"contact ${name}"`);
      await picker.fill("Head of logistics");
      await scene.widget.getByRole("option", { name: /still unknown/ }).click();
      await state('"person":"unknown Head of logistics"');
      await scene.widget.getByRole("button", { name: "Mark as reviewed" }).click();
      await expect(scene.widget.getByText(/^Reviewed by .*, today$/)).toBeVisible();
    });

    test("a document is printed alone, or saved as a page where no frame can be opened", async () => {
      await scene.widget.getByRole("button", { name: "Open paper" }).click();
      const paper = scene.widget.getByRole("dialog", { name: "A paper" });
      await expect(paper.getByRole("heading", { name: "On paper" })).toBeVisible();
      if (host === "iframe") {
        // A frame that may neither print nor save offers neither.
        await expect(paper.getByRole("button", { name: /Print|Save as page/ })).toHaveCount(0);
      } else {
        const saved = page.waitForEvent("download").then((file) => file.suggestedFilename());
        // The sandbox lets nobody into a frame, so there the page is saved instead.
        const way = isLightning(host) ? "Print" : "Save as page";
        await paper.getByRole("button", { name: way }).click();
        expect(await saved).toBe("a-paper.html");
        await expect(paper.getByRole("button", { name: "Print" })).toBeVisible();
      }
      await page.keyboard.press("Escape");
      await expect(paper).toHaveCount(0);
    });

    test("a list is put in order by keyboard and by mouse", async () => {
      const grip = (name: string) =>
        scene.widget.getByRole("button", { name: new RegExp(`move.*${name}`, "i") });
      await grip("alpha").focus();
      await page.keyboard.press("Space");
      await page.waitForTimeout(150);
      await page.keyboard.press("ArrowDown");
      await page.waitForTimeout(150);
      await page.keyboard.press("Space");
      await state('"order":"beta alpha gamma"');
      const from = await grip("beta").boundingBox();
      const to = await grip("gamma").boundingBox();
      if (!from || !to) throw new Error("The grips are not drawn.");
      await page.mouse.move(from.x + 5, from.y + 5);
      await page.mouse.down();
      await page.mouse.move(to.x + 5, to.y + 5, { steps: 12 });
      await page.mouse.up();
      await state('"order":"alpha gamma beta"');
    });

    test("a list of 5,000 rows draws only those in sight", async () => {
      await scene.widget.getByRole("button", { name: "To row 4000" }).click();
      await scene.widget.getByRole("button", { name: "Row 4000", exact: true }).click();
      await state('"row":4000');
      expect(await scene.widget.locator("button", { hasText: /^Row \d/ }).count()).toBeLessThan(60);
    });

    test("unmounting with a dialog open leaves nothing behind, and it can come back", async () => {
      await scene.widget.getByRole("button", { name: "Open dialog" }).click();
      expect(await scene.probe("remount")).toBe(0);
      await expect(scene.widget.getByRole("dialog")).toHaveCount(0);
      await scene.widget.getByRole("button", { name: "Open dialog" }).click();
      await expect(scene.widget.getByRole("dialog")).toBeVisible();
      await page.keyboard.press("Escape");
    });

    test("nothing leaks into the page", async () => {
      await scene.widget.getByRole("button", { name: "Open dialog" }).click();
      await page.keyboard.press("Escape");
      const leak = await page.evaluate(() => ({
        bench: typeof (window as { SweetspotBench?: unknown }).SweetspotBench,
        body: [...document.body.children].map((child) => child.tagName),
      }));
      expect(leak.bench).toBe(host === "plain" ? "object" : "undefined");
      expect(leak.body.filter((tag) => !["H1", "BUTTON", "MAIN", "SCRIPT", "IFRAME"].includes(tag))).toEqual(
        [],
      );
    });
  });
