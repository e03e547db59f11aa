import { type Probes, same } from "./probe.ts";

const SVG = "http://www.w3.org/2000/svg";

function styled(root: Node, tag = "i"): string {
  const element = document.createElement(tag);
  element.className = "probe-style";
  root.appendChild(element);
  const { color } = getComputedStyle(element);
  element.remove();
  return color;
}

const GREEN = "rgb(1, 2, 3)";
const sheet = (): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(`.probe-style { color: ${GREEN} }`);
  return made;
};

const insideBody = (insert: (element: HTMLElement) => void): void => {
  const element = document.createElement("div");
  insert(element);
  element.remove();
};

/** What of the document a widget sees, and where it may write. */
export const documentProbes: Probes = {
  "instanceof HTMLElement": (mount) => same(mount instanceof HTMLElement, true),
  "getRootNode() of the mount": (mount) => {
    const root = mount.getRootNode();
    return root === document ? "document" : root instanceof ShadowRoot ? "shadow root" : "other";
  },
  "getRootNode() inside an own shadow root": (mount) => {
    const root = mount.attachShadow({ mode: "open" });
    return same(root.appendChild(document.createElement("p")).getRootNode() === root, true);
  },
  "closest() above the component": (mount) => same(mount.closest("main") !== null, true) && "stops",
  "body.appendChild": () => insideBody((element) => document.body.appendChild(element)),
  "body.append": () => insideBody((element) => document.body.append(element)),
  "body.prepend": () => insideBody((element) => document.body.prepend(element)),
  "body.insertBefore": () =>
    insideBody((element) => document.body.insertBefore(element, document.body.firstChild)),
  "head.appendChild of a style": () => {
    const style = document.createElement("style");
    style.textContent = `.probe-style { color: ${GREEN} }`;
    document.head.appendChild(style);
    const color = styled(document.body);
    style.remove();
    return same(color, GREEN);
  },
  "a style in the mount stays there": (mount) => {
    const style = document.createElement("style");
    style.textContent = `.probe-style { color: ${GREEN} }`;
    mount.append(style);
    return styled(mount) === GREEN ? same(styled(document.body), "rgb(0, 0, 0)") && "leaks" : "has no effect";
  },
  "adoptedStyleSheets of an own shadow root": (mount) => {
    const root = mount.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet()];
    return same(styled(root), GREEN);
  },
  "innerHTML keeps foreignObject": (mount) => {
    mount.innerHTML = "<svg><foreignObject></foreignObject></svg>";
    return same(mount.querySelector("foreignObject") !== null, true) && "strips it";
  },
  "innerHTML keeps handlers": (mount) => {
    mount.innerHTML = '<b onclick="1"></b>';
    return same(mount.querySelector("b")?.hasAttribute("onclick"), true) && "strips them";
  },
  "createElementNS(foreignObject)": () =>
    same(document.createElementNS(SVG, "foreignObject").localName, "foreignObject"),
  "use of another file": () => {
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", "/icons.svg#one");
    return same(use.getAttribute("href"), "/icons.svg#one") && "rewritten";
  },
  "use of an own symbol": () => {
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", "#one");
    return same(use.getAttribute("href"), "#one");
  },
  "SVG measures": (mount) => {
    const svg = document.createElementNS(SVG, "svg");
    const circle = document.createElementNS(SVG, "circle");
    circle.setAttribute("r", "10");
    svg.append(circle);
    mount.append(svg);
    return same(circle.getBBox().width === 20 && circle.getScreenCTM() !== null, true);
  },
  "canvas as PNG": () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 4, height: 4 });
    canvas.getContext("2d")?.fillRect(0, 0, 2, 2);
    return same(canvas.toDataURL().startsWith("data:image/png"), true);
  },
  "Path2D of a string": () => {
    const context = document.createElement("canvas").getContext("2d");
    context?.fill(new Path2D("M0 0L4 0L4 4Z"));
  },
  "dialog.showModal": (mount) => {
    const dialog = document.createElement("dialog");
    mount.append(dialog);
    dialog.showModal();
    return same(dialog.open, true);
  },
  popover: (mount) => {
    mount.popover = "auto";
    mount.showPopover();
    return same(mount.matches(":popover-open"), true);
  },
  "Range.toString": (mount) => {
    mount.textContent = "text";
    const range = document.createRange();
    range.selectNodeContents(mount);
    return same(range.toString(), "text");
  },
  "activeElement inside an own shadow root": (mount) => {
    const root = mount.attachShadow({ mode: "open" });
    const button = root.appendChild(document.createElement("button"));
    button.focus();
    return same(root.activeElement === button, true);
  },
  "document.activeElement": (mount) => {
    const root = mount.attachShadow({ mode: "open" });
    root.appendChild(document.createElement("button")).focus();
    return same(document.activeElement === mount, true) && "stops at the component";
  },
};
