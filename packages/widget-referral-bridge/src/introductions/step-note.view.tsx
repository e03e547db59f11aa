import type { IsoDate } from "@sweetspot/contract";
import { Button, Chip, DateInput, TextInput } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useText } from "../view/use-text.ts";

const BY = ["phone", "mail", "person"] as const;

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly dateLabel: string;
  readonly confirm: string;
  readonly today: IsoDate;
  readonly max: number;
  readonly onConfirm: (note: string, on: IsoDate) => void;
}

/** Somebody agreed: how he said so and on which day, both kept with this one request. */
export function StepNote({ label, hint, dateLabel, confirm, today, max, onConfirm }: Props): ReactNode {
  const t = useText();
  const [note, setNote] = useState("");
  const [on, setOn] = useState<IsoDate>(today);
  return (
    <div className="rb-act">
      <TextInput
        label={label}
        value={note}
        maxLength={max}
        onCommit={setNote}
        onType={setNote}
        {...(hint === undefined ? {} : { hint })}
      />
      <p className="ss-row">
        {BY.map((by) => (
          <Chip key={by} onClick={() => setNote(t(`said-by.${by}`))}>
            {t(`said-by.${by}`)}
          </Chip>
        ))}
      </p>
      <DateInput label={dateLabel} value={on} max={today} onCommit={(day) => setOn(day ?? today)} />
      <Button tone="primary" disabled={note.trim() === ""} onClick={() => onConfirm(note.trim(), on)}>
        {confirm}
      </Button>
    </div>
  );
}
