import { coreMessage } from "@sweetspot/plan-model";
import { rewordMessage } from "@sweetspot/strategy-overlap";
import { Button, SegmentedControl, TextArea } from "@sweetspot/widget-kit";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { correctMessage, toStatement } from "./message-edits.model.ts";
import type { ToldMessage } from "./told.model.ts";

interface Props {
  readonly workspace: Workspace;
  readonly message: ToldMessage;
  readonly onDone: () => void;
}

/** Another wording, or a slip of the pen put right: only the first asks everybody to learn it again. */
export function MessageEditor({ workspace, message, onDone }: Props): ReactNode {
  const t = useText();
  const { record } = message;
  const [text, setText] = useState(record.fields.statement);
  const [meant, setMeant] = useState<"wording" | "correction">("wording");
  const [left, setLeft] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const save = (): void => {
    const statement = toStatement(text);
    if (statement === "") return;
    workspace.edit(
      meant === "correction"
        ? correctMessage(record, statement)
        : rewordMessage(workspace.reading.records, record.id, statement),
    );
  };
  // Words are not lost when the panel around them closes.
  const saveLast = useEffectEvent(() => {
    if (!left) save();
  });
  useEffect(() => {
    form.current?.querySelector("textarea")?.focus();
    return () => saveLast();
  }, []);
  const leave = (keep: boolean): void => {
    if (keep) save();
    setLeft(true);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" && !(event.key === "Enter" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    event.stopPropagation();
    leave(event.key === "Enter");
  };
  return (
    // Escape goes back and Ctrl+Enter saves wherever the focus is in here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="so-told-editor"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        leave(true);
      }}
    >
      <TextArea
        label={t("messages.statement")}
        hint={t("messages.statement-hint")}
        value={text}
        onType={setText}
        onCommit={setText}
        maxLength={coreMessage.fields.statement.max}
      />
      <SegmentedControl
        label={t("messages.meant")}
        size="small"
        value={meant}
        options={[
          {
            value: "wording",
            label: t("messages.new-wording", { version: record.fields.version + 1 }),
          },
          { value: "correction", label: t("messages.correction") },
        ]}
        onChange={setMeant}
      />
      <p className="ss-meta">
        {meant === "wording"
          ? t("messages.new-wording-means", { count: message.readers.length })
          : t("messages.correction-means")}
      </p>
      <p className="so-panel-acts">
        <Button type="submit" tone="primary" size="small" disabled={toStatement(text) === ""}>
          {t("messages.save")}
        </Button>
        <Button size="small" onClick={() => leave(false)}>
          {t("messages.back")}
        </Button>
      </p>
    </form>
  );
}
