import type { Page } from "@playwright/test";

/** What a record page shows around our components, as a plain sketch: nobody should take it for a screenshot of an org. */
export interface RecordPageSketch {
  readonly object: string;
  readonly name: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Words of the details beside narrow components. */
  readonly details: readonly (readonly [label: string, value: string])[];
}

/** Draws the sketch around `<main>`, whose first component goes across the page, and further ones beside the details. */
export const sketchRecordPage = (page: Page, sketch: RecordPageSketch): Promise<void> =>
  page.evaluate(({ object, name, facts, details }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :root { font: 13px/1.45 Arial, sans-serif; color: #181818; }
      body { margin: 0; background: #e9edf2; }
      body > h1, #outside { display: none; }
      /* As Lightning's own style sheet does. */
      h1, h2, h3, p { margin: 0; }
      header.bar { background: #fff; border-bottom: 3px solid #0b5cab; padding: 10px 20px; display: flex; gap: 22px; }
      header.bar b { color: #0b5cab; }
      section.head, section.details { background: #fff; border: 1px solid #c9c9c9; border-radius: 4px; }
      section.head { margin: 12px 16px 0; padding: 12px 16px; }
      section.head small, dt { color: #5c5c5c; font-size: 12px; }
      section.head strong { display: block; font-size: 19px; margin-bottom: 8px; }
      dl { display: flex; gap: 10px 34px; margin: 0; flex-wrap: wrap; }
      dd { margin: 0; }
      main { display: grid; gap: 12px; padding: 12px 16px; grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr); align-items: start; }
      main > :first-child { grid-column: 1 / -1; }
      section.details { padding: 12px 16px; }
      section.details dl { display: grid; grid-template-columns: 1fr 1fr; gap: 14px; }
      @media (max-width: 700px) {
        main { grid-template-columns: minmax(0, 1fr); padding: 8px; }
        section.head { margin: 8px 8px 0; }
        header.bar { gap: 12px; padding: 8px 12px; }
      }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const create = (tag: string, text = "", className = ""): HTMLElement =>
      Object.assign(document.createElement(tag), { textContent: text, className });
    const listOf = (rows: readonly (readonly [string, string])[]): HTMLElement => {
      const list = create("dl");
      for (const [label, value] of rows) {
        const row = create("div");
        row.append(create("dt", label), create("dd", value));
        list.append(row);
      }
      return list;
    };
    const bar = create("header", "", "bar");
    bar.append(create("b", "Sweetspot"), create("span", "Start"), create("span", "Accounts"));
    const head = create("section", "", "head");
    head.append(create("small", object), create("strong", name), listOf(facts));
    document.querySelector("main")?.before(bar, head);
    if (details.length === 0) return;
    const card = create("section", "", "details");
    card.append(listOf(details));
    document.querySelector("main")?.append(card);
  }, sketch);
