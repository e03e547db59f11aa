import { toRecordId } from "@sweetspot/contract";
import {
  Button,
  Chip,
  defineWidget,
  Face,
  SegmentedControl,
  TableTwin,
  usePlanSession,
  useToast,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import { type ReactNode, useRef, useState } from "react";
import { catalogs } from "./catalogs.ts";
import { InputParts } from "./input-parts.view.tsx";
import { ListParts } from "./list-parts.view.tsx";
import { OverlayParts } from "./overlay-parts.view.tsx";
import { PeopleParts } from "./people-parts.view.tsx";
import { SheetParts } from "./sheet-parts.view.tsx";
import galleryStyles from "./parts-widget.css?inline";
import { table } from "./sample-data.ts";

function PartsView(): ReactNode {
  const picture = useRef<SVGSVGElement>(null);
  const session = usePlanSession();
  const toast = useToast();
  const [view, setView] = useState<"picture" | "table">("table");
  const setLevel = (): void => {
    session.edit({
      name: "level-set",
      scope: "plan",
      puts: [{ id: toRecordId("south"), type: "cell", fields: { level: "weak" } }],
      removes: [],
    });
    toast({ text: "South, Cold rooms is now weak", undo: true });
  };
  return (
    <WidgetFrame
      icon="grid"
      title="White space"
      subtitle="7 regions × 8 offerings"
      tools={
        <Button tone="quiet" icon="brush">
          Paint
        </Button>
      }
      table={() => table}
      picture={() => picture.current}
      menu={[{ id: "settings", icon: "settings", label: "Rules …", onSelect: () => {} }]}
      bar={
        <>
          <SegmentedControl
            label="View"
            value={view}
            onChange={setView}
            options={[
              { value: "picture", label: "Picture", icon: "network" },
              { value: "table", label: "Table", icon: "table" },
            ]}
          />
          <Chip tone="suggestion" onClick={() => {}}>
            20 suggestions
          </Chip>
          <Chip onClick={() => {}} pressed>
            Filter on
          </Chip>
        </>
      }
      footer="Invented data"
    >
      <div className="gallery">
        <section>
          <h3>Buttons</h3>
          <p className="ss-row">
            <Button tone="primary" onClick={setLevel}>
              Set level
            </Button>
            <Button>Cancel</Button>
            <Button tone="quiet">Later</Button>
            <Button tone="danger" onClick={() => toast({ tone: "bad", text: "Not sent. 1 edit is kept." })}>
              Delete
            </Button>
            <Button disabled>Not yet</Button>
            <Button size="small" icon="plus">
              Small
            </Button>
            <Button pressed icon="brush">
              Paint
            </Button>
          </p>
        </section>
        <section>
          <h3>Chips and faces</h3>
          <p className="ss-row">
            <Chip>neutral</Chip>
            <Chip tone="good" icon="check">
              confirmed
            </Chip>
            <Chip tone="warn" icon="clock">
              runs out
            </Chip>
            <Chip tone="bad" icon="conflict">
              conflict
            </Chip>
            <Chip tone="suggestion">+9 suggested</Chip>
            <Chip tone="sweet" icon="lens">
              sweet spot
            </Chip>
            <Chip tone="accent" onRemove={() => {}} removeLabel="Cooling">
              Cooling
            </Chip>
          </p>
          <p className="ss-row">
            <Face name="Lena Brandt" side="provider" />
            <Face name="Ingrid Solheim" side="customer" size="large" />
          </p>
        </section>
        <InputParts />
        <OverlayParts />
        <PeopleParts />
        <SheetParts />
        <ListParts />
        <section className="wide">
          <h3>Table twin</h3>
          {view === "table" ? <TableTwin table={table} selected="jonas" onSelect={() => {}} /> : null}
          <svg
            ref={picture}
            className="picture"
            viewBox="0 0 200 60"
            role="img"
            aria-label="Two circles that overlap"
          >
            <circle cx="80" cy="30" r="26" />
            <circle cx="120" cy="30" r="26" />
            <text x="100" y="34">
              Ü & co
            </text>
          </svg>
        </section>
      </div>
    </WidgetFrame>
  );
}

export const partsWidget = defineWidget({ id: "parts", catalogs, styles: galleryStyles, view: PartsView });
