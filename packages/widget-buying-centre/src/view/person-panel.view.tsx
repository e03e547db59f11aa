import {
  Button,
  ConfirmDialog,
  Dialog,
  IconButton,
  useHost,
  useKeptFocus,
  usePlanPart,
  useSurface,
  useToast,
} from "@sweetspot/widget-kit";
import { withConsequences } from "@sweetspot/plan-model";
import { type ReactNode, useMemo, useState } from "react";
import { removeMember } from "../edits/member-edits.model.ts";
import type { Person } from "../model/people.model.ts";
import { AboutSection } from "./about-section.view.tsx";
import { DecidesSection } from "./decides-section.view.tsx";
import { LeadSection } from "./lead-section.view.tsx";
import { NoticeSection } from "./notice-section.view.tsx";
import { RatingSection } from "./rating-section.view.tsx";
import type { Centre } from "./use-centre.ts";
import { usePersonText } from "./use-person-text.ts";
import { useText } from "./use-text.ts";

export interface SectionProps {
  readonly centre: Centre;
  readonly person: Person;
}

/** All about one person, beside the list; one walks on to the next without closing it. */
export function PersonPanel({ centre }: { readonly centre: Centre }): ReactNode {
  const { opened, people, open } = centre;
  const t = useText();
  const text = usePersonText();
  const { ref, keep } = useKeptFocus<HTMLDivElement>();
  // Buttons such as "I lead" go with what they did; the keyboard stays in the panel.
  const kept = useMemo(
    (): Centre => ({
      ...centre,
      edit: (made) => {
        keep();
        return centre.edit(made);
      },
    }),
    [centre, keep],
  );
  const id = typeof opened === "object" ? opened.person : undefined;
  const person = people.find((one) => one.id === id);
  return (
    <Dialog
      open={person !== undefined}
      onOpenChange={() => open(undefined)}
      place="side"
      title={person?.fields.name ?? ""}
      eyebrow={person ? (text.standing(person) ?? person.fields.position ?? t("widget.title")) : ""}
      footer={person ? <Foot centre={centre} person={person} /> : undefined}
    >
      {person ? (
        <div key={person.id} ref={ref} className="bc-panel">
          <NoticeSection centre={kept} person={person} />
          <LeadSection centre={kept} person={person} />
          <RatingSection centre={kept} person={person} />
          <AboutSection centre={kept} person={person} />
          <DecidesSection centre={kept} person={person} />
        </div>
      ) : null}
    </Dialog>
  );
}

function Foot({ centre, person }: SectionProps): ReactNode {
  const { edit, open, shown, writable } = centre;
  const t = useText();
  const toast = useToast();
  const surface = useSurface();
  const { record } = useHost();
  const plan = usePlanPart((view) => view.plan);
  const [asking, setAsking] = useState(false);
  const { contact } = person.fields;
  const removal = removeMember(person.id);
  const others = withConsequences(removal, plan).removes.length - 1;
  const remove = (): void => {
    open(undefined);
    if (edit(removal)) toast({ text: t("remove.done", { name: person.fields.name }), undo: true });
  };
  const place = shown.findIndex((one) => one.person.id === person.id);
  const step = (by: number): void => {
    const next = shown[place + by];
    if (next) open({ person: next.person.id });
  };
  return (
    <>
      <div className="ss-row bc-walk">
        <IconButton
          icon="chevron-left"
          size="small"
          label={t("panel.previous")}
          disabled={place <= 0}
          onClick={() => step(-1)}
        />
        <span className="ss-meta ss-number">
          {t("panel.place", { place: place + 1, count: shown.length })}
        </span>
        <IconButton
          icon="chevron-right"
          size="small"
          label={t("panel.next")}
          disabled={place < 0 || place >= shown.length - 1}
          onClick={() => step(1)}
        />
      </div>
      {contact === undefined || surface.navigate === undefined || record.id === contact ? null : (
        <Button
          icon="external"
          tone="quiet"
          onClick={() => surface.navigate?.({ type: "contact", id: contact })}
        >
          {t("panel.in-crm")}
        </Button>
      )}
      {writable ? (
        <Button icon="trash" tone="danger" onClick={() => (others > 0 ? setAsking(true) : remove())}>
          {t("remove.open")}
        </Button>
      ) : null}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        tone="danger"
        title={t("remove.title", { name: person.fields.name })}
        text={t("remove.text", { count: others })}
        confirm={t("remove.confirm")}
        onConfirm={remove}
      />
    </>
  );
}
