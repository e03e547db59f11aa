import { describe, expect, test } from "vitest";
import { toUndoKey } from "./undo-key.ts";

const press = (key: string, change: object = {}, target: object = { localName: "td" }) =>
  toUndoKey({
    key,
    ctrlKey: true,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    defaultPrevented: false,
    composedPath: () => [target],
    ...change,
  } as unknown as KeyboardEvent);

describe("undo by keyboard", () => {
  test("Ctrl+Z takes back, Ctrl+Shift+Z and Ctrl+Y bring back, Cmd does the same", () => {
    expect(press("z")).toBe("undo");
    expect(press("Z", { shiftKey: true })).toBe("redo");
    expect(press("y")).toBe("redo");
    expect(press("z", { ctrlKey: false, metaKey: true })).toBe("undo");
  });

  test("other keys, and keys someone has answered already, mean nothing", () => {
    expect(press("x")).toBeUndefined();
    expect(press("z", { ctrlKey: false })).toBeUndefined();
    expect(press("z", { altKey: true })).toBeUndefined();
    expect(press("z", { defaultPrevented: true })).toBeUndefined();
  });

  test("inside a text field the keys belong to the field, on a checkbox to the widget", () => {
    expect(press("z", {}, { localName: "textarea" })).toBeUndefined();
    expect(press("z", {}, { localName: "input", type: "text" })).toBeUndefined();
    expect(press("z", {}, { localName: "div", isContentEditable: true })).toBeUndefined();
    expect(press("z", {}, { localName: "input", type: "checkbox" })).toBe("undo");
  });
});
