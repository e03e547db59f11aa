// Containers by hand: each right in every way but one.

/** The module a container exposes; it says that it ran and was mounted, and draws its name. */
export const widgetModule = (id: string, changes = ""): string => `
(globalThis.ran ??= []).push("${id}");
export const widget = {
  contract: "widget/1",
  id: "${id}",
  mount(element, services) {
    globalThis.ran.push("${id} mounted");
    const box = document.createElement("p");
    box.textContent = "${id} is here";
    element.append(box);
    return { update(context) { box.lang = context.locale; }, unmount() { box.remove(); } };
  },
  ${changes}
};
`;

/** A whole container in one file. */
export const container = (id: string, changes = ""): string => `
${widgetModule(id, changes).replace("export const", "const")}
export const init = () => {};
export const get = async () => () => ({ widget });
`;

/** A container whose widget lies in a file of its own. */
export const containerWithChunk = (chunk = "./chunk.js"): string => `
export const init = () => {};
export const get = async () => { const module = await import("${chunk}"); return () => module; };
`;

/** A container whose file is no JavaScript at all. */
export const BROKEN_SYNTAX = "export const init = () => {; this is no JavaScript";
/** A container that throws while it is evaluated. */
export const THROWS_AT_ONCE =
  'throw new Error("not today"); export const init = () => {}; export const get = () => {};';
