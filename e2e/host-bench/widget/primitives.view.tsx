import {
  Button,
  Checkbox,
  Combobox,
  ConfirmDialog,
  DateInput,
  defineWidget,
  Dialog,
  Menu,
  MoneyInput,
  PersonPicker,
  Popover,
  PrintSheet,
  ReviewStamp,
  SegmentedControl,
  Select,
  SortableList,
  Tabs,
  TextInput,
  Tooltip,
  useToast,
  useVirtualRows,
} from "@sweetspot/widget-kit";
import { type ReactNode, useRef, useState } from "react";

const FRUIT = ["Apple", "Banana", "Cherry", "Date", "Elderberry"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));
const STAGES = ["one", "two", "three"] as const;

/** Every primitive of the kit once; the line of state is what the tests read. */
export const primitives = defineWidget({
  id: "bench-primitives",
  catalogs: { en: {}, de: {}, id: {} },
  styles:
    ".bench { display: grid; gap: 12px; padding: 12px } .bench-rows { height: 160px; overflow: auto; position: relative }",
  view: Primitives,
});

function Primitives(): ReactNode {
  const [state, setState] = useState<Record<string, unknown>>({});
  const note = (name: string) => (value: unknown) => setState((old) => ({ ...old, [name]: value }));
  return (
    <div className="bench">
      <output data-testid="state">{JSON.stringify(state)}</output>
      <Overlays note={note} />
      <Fields note={note} state={state} />
      <People note={note} />
      <Order note={note} />
      <LongList note={note} />
    </div>
  );
}

interface Noting {
  readonly note: (name: string) => (value: unknown) => void;
}

function Overlays({ note }: Noting): ReactNode {
  const [dialog, setDialog] = useState(false);
  const [question, setQuestion] = useState(false);
  const [fruit, setFruit] = useState<string>();
  const toast = useToast();
  return (
    <div>
      <Button onClick={() => setDialog(true)}>Open dialog</Button>
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title="A dialog"
        footer={<Button onClick={() => setDialog(false)}>Done</Button>}
      >
        <TextInput label="In the dialog" value="" onCommit={note("dialog-text")} />
        <Select
          label="Fruit in the dialog"
          value={fruit}
          options={FRUIT}
          onChange={(value) => {
            setFruit(value);
            note("dialog-fruit")(value);
          }}
        />
      </Dialog>
      <Button onClick={() => setQuestion(true)}>Ask</Button>
      <ConfirmDialog
        open={question}
        onOpenChange={setQuestion}
        title="Remove it?"
        text="It is gone then."
        confirm="Remove"
        onConfirm={() => note("confirmed")(true)}
      />
      <Menu
        trigger={<Button>Open menu</Button>}
        items={[
          { id: "copy", label: "Copy", onSelect: () => note("menu")("copy") },
          { id: "print", label: "Print", onSelect: () => note("menu")("print") },
        ]}
      />
      <Popover trigger={<Button>Open popover</Button>} label="Filter">
        <TextInput label="In the popover" value="" onCommit={note("popover-text")} />
      </Popover>
      <Tooltip text="A hint in words">
        <Button>Has a hint</Button>
      </Tooltip>
      <Button
        onClick={() =>
          toast({ text: "Cell is now weak", action: { label: "Undo", run: () => note("toast")("undone") } })
        }
      >
        Toast
      </Button>
    </div>
  );
}

function Fields({ note, state }: Noting & { readonly state: Record<string, unknown> }): ReactNode {
  const chosen = (name: string) => (typeof state[name] === "string" ? state[name] : undefined);
  return (
    <div>
      <Select label="Fruit" value={chosen("select")} options={FRUIT} onChange={note("select")} />
      <Combobox label="Search fruit" value={chosen("combobox")} options={FRUIT} onChange={note("combobox")} />
      <SegmentedControl
        label="Stage"
        value={STAGES.find((stage) => stage === state["stage"])}
        options={STAGES.map((value) => ({ value, label: value }))}
        onChange={note("stage")}
      />
      <Checkbox label="Agree" checked={state["checkbox"] === true} onChange={note("checkbox")} />
      <MoneyInput label="Potential" value={undefined} currency="EUR" onCommit={note("money")} />
      <DateInput label="Due" value={undefined} onCommit={note("date")} />
      <Tabs
        label="Parts"
        tabs={[
          { value: "first", label: "First", content: <p>First content</p> },
          { value: "second", label: "Second", content: <p>Second content</p> },
        ]}
      />
    </div>
  );
}

function People({ note }: Noting): ReactNode {
  const [paper, setPaper] = useState(false);
  return (
    <div>
      <PersonPicker
        label="Whom we meet"
        value={undefined}
        onChange={(person) => note("person")(`${person?.kind ?? ""} ${person?.name ?? ""}`)}
      />
      <ReviewStamp step="buying-centre" />
      <Button onClick={() => setPaper(true)}>Open paper</Button>
      <PrintSheet open={paper} onOpenChange={setPaper} title="A paper">
        <h1>On paper</h1>
        <p>One sentence.</p>
      </PrintSheet>
    </div>
  );
}

function Order({ note }: Noting): ReactNode {
  const [ids, setIds] = useState(["alpha", "beta", "gamma"]);
  return (
    <SortableList
      label="Order"
      items={ids.map((id) => ({ id, label: id }))}
      onReorder={(next) => {
        setIds([...next]);
        note("order")(next.join(" "));
      }}
    />
  );
}

function LongList({ note }: Noting): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualRows({ count: 5000, scroller, rowHeight: 28 });
  return (
    <div>
      <Button onClick={() => rows.scrollToRow(4000)}>To row 4000</Button>
      <div ref={scroller} className="bench-rows">
        <div style={{ height: rows.totalSize, position: "relative" }}>
          {rows.rows.map((row) => (
            <button
              key={row.key}
              type="button"
              style={{ position: "absolute", top: row.start, height: row.size }}
              onClick={() => note("row")(row.index)}
            >
              Row {row.index}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
