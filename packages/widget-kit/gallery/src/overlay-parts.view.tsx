import {
  Button,
  ConfirmDialog,
  Dialog,
  IconButton,
  Menu,
  Popover,
  Select,
  Tabs,
  TextArea,
  Tooltip,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { REASONS } from "./sample-data.ts";

export function OverlayParts(): ReactNode {
  const [dialog, setDialog] = useState<"centre" | "side" | "confirm" | undefined>(undefined);
  const [chosen, setChosen] = useState("nothing");
  const [reason, setReason] = useState<(typeof REASONS)[number]["value"] | undefined>("no-need");
  const [note, setNote] = useState("");
  const close = (open: boolean): void => {
    if (!open) setDialog(undefined);
  };
  return (
    <section className="wide">
      <h3>Overlays</h3>
      <p className="ss-row">
        <Menu
          trigger={<Button icon="more">Menu</Button>}
          align="start"
          items={[
            {
              id: "level",
              icon: "pencil",
              label: "Set level by hand",
              shortcut: "0–3",
              onSelect: () => setChosen("level"),
            },
            { id: "copy", icon: "copy", label: "Copy as table", onSelect: () => setChosen("copy") },
            { id: "money", label: "Show money", checked: true, onSelect: () => setChosen("money") },
            { id: "off", label: "Not here", disabled: true, onSelect: () => setChosen("off") },
            "separator",
            {
              id: "remove",
              icon: "trash",
              tone: "danger",
              label: "Remove area …",
              onSelect: () => setDialog("confirm"),
            },
          ]}
        />
        <Button onClick={() => setDialog("centre")}>Dialog</Button>
        <Button onClick={() => setDialog("side")}>Side panel</Button>
        <Button onClick={() => setDialog("confirm")}>Question</Button>
        <Popover trigger={<Button icon="info">Why this level?</Button>} title="Why this level?">
          <p>Won in the last 12 months: 3 deals.</p>
          <Button size="small">Open deals</Button>
        </Popover>
        <Tooltip text="Four sister regions buy it">
          <Button tone="quiet">Hover me</Button>
        </Tooltip>
        <IconButton icon="print" label="Print the grid" shortcut="Ctrl+P" />
        <output data-test="menu">{chosen}</output>
      </p>
      <Tabs
        label="Parts of the cell"
        tabs={[
          { value: "assessment", label: "Assessment", content: "Makes sense here?" },
          { value: "history", label: "History", content: "Set by Tomasz Wrona" },
        ]}
      />
      <Dialog
        open={dialog === "centre" || dialog === "side"}
        onOpenChange={close}
        place={dialog === "side" ? "side" : "centre"}
        eyebrow="Romania › Bucharest"
        title="Plug-in cabinets"
        footer={
          <>
            <Button onClick={() => setDialog(undefined)}>Link open deal</Button>
            <Button tone="primary" onClick={() => setDialog(undefined)}>
              New opportunity
            </Button>
          </>
        }
      >
        <Select label="Why absent?" value={reason} options={REASONS} onChange={setReason} />
        <TextArea label="Note" value={note} onCommit={setNote} />
      </Dialog>
      <ConfirmDialog
        open={dialog === "confirm"}
        onOpenChange={close}
        title="Remove Lesser Poland?"
        text="8 cells and 2 notes leave the grid. Undo brings them back."
        confirm="Remove"
        tone="danger"
        onConfirm={() => setChosen("removed")}
      />
      <output data-test="dialog">{`${String(reason)} ${note}`}</output>
    </section>
  );
}
