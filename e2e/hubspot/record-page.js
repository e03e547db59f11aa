// What HubSpot's page does with a card: it draws the components the worker names, and tells it what was clicked.
const TAGS = {
  Alert: "aside",
  Button: "button",
  Divider: "hr",
  Heading: "h2",
  Image: "img",
  Link: "a",
  LoadingButton: "button",
  StatusTag: "mark",
  Table: "table",
  TableBody: "tbody",
  TableCell: "td",
  TableHead: "thead",
  TableHeader: "th",
  TableRow: "tr",
  Text: "p",
};

function draw(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const element = document.createElement(TAGS[node.type] ?? "div");
  element.className = `${node.type} ${node.props.direction ?? ""} ${node.props.variant ?? ""} ${node.props.justify ?? ""}`;
  if (node.type === "Image") Object.assign(element, { src: node.props.src, alt: node.props.alt ?? "" });
  if (node.type === "StatisticsItem")
    element.append(line("small", node.props.label), line("b", node.props.number));
  else if (node.props.title ?? node.props.label)
    element.append(line("b", node.props.title ?? node.props.label));
  if (["Toggle", "Input", "Select", "MultiSelect", "ToggleGroup"].includes(node.type))
    element.append(...control(node));
  if (node.type === "Link") element.href = node.props.href.url ?? node.props.href;
  if (node.props.loading) element.setAttribute("aria-busy", "true");
  if (node.events.includes("onClick"))
    element.addEventListener("click", () => window.cardEvent(node.id, "onClick"));
  element.append(...node.children.map(draw));
  return element;
}

/** As much of a field as is seen; a page is clicked through where the tests say so. */
function control({ type, props }) {
  if (type === "ToggleGroup")
    return props.options.flatMap(({ value, label, description }) => {
      const row = line("label", label);
      row.prepend(input("radio", value === props.value));
      return [row, line("small", description ?? "")];
    });
  if (type === "Toggle") return [input("checkbox", props.checked)];
  if (type === "Input") return [Object.assign(input("text"), { value: props.value ?? "" })];
  const chosen = props.options.filter(({ value }) => [props.value].flat().includes(value));
  return [line("span", chosen.map(({ label }) => label).join(", ")), line("small", props.description ?? "")];
}

const input = (type, checked = false) => Object.assign(document.createElement("input"), { type, checked });

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

window.showCard = (tree) => document.querySelector("#card").replaceChildren(...tree.map(draw));

window.openModal = ({ uri, title, width, height }) => {
  const dialog = document.createElement("dialog");
  const close = line("button", "Close");
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms allow-popups allow-modals");
  Object.assign(frame, { src: uri, title, width, height });
  close.addEventListener("click", () => {
    dialog.remove();
    window.modalClosed();
  });
  dialog.append(line("strong", title), close, frame);
  document.body.append(dialog);
  dialog.showModal();
};
