import { insight as insightEntity } from "@sweetspot/plan-model";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { InsightRecord } from "../workspace/board-reading.model.ts";
import { useBoardTools } from "./board-context.ts";

interface CardEditorProps {
  readonly cardKey: string;
  readonly insight: InsightRecord;
}

/** A statement being reworded where it stands: Enter hands it over and goes on to the next, Escape leaves it as it was. */
export function CardEditor({ cardKey, insight }: CardEditorProps): ReactNode {
  const { t, reword, dispatch, focus } = useBoardTools();
  const [text, setText] = useState(insight.fields.statement);
  const field = useRef<HTMLTextAreaElement>(null);
  const left = useRef(false);
  useEffect(() => {
    const node = field.current;
    node?.focus();
    node?.setSelectionRange(node.value.length, node.value.length);
  }, []);
  const leave = (how: () => void): void => {
    if (left.current) return;
    left.current = true;
    how();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      leave(() => {
        dispatch({ kind: "editing", key: undefined });
        focus(cardKey);
      });
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      leave(() => reword(cardKey, insight, text, true));
    }
  };
  return (
    <textarea
      ref={field}
      className="ss-input so-editor"
      aria-label={t("card.edit")}
      dir="auto"
      rows={2}
      maxLength={insightEntity.fields.statement.max}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => leave(() => reword(cardKey, insight, text, false))}
    />
  );
}
