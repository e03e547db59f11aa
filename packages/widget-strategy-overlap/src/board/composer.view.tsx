import { INSIGHT_KINDS, insight as insightEntity } from "@sweetspot/plan-model";
import { Button, SegmentedControl } from "@sweetspot/widget-kit";
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useBoardTools } from "./board-context.ts";
import { toStatements } from "./insight-edits.model.ts";

/** What is written: an insight of a kind, or a question where we do not know. */
export type Written = (typeof INSIGHT_KINDS)[number] | "question";

export interface ComposerProps {
  readonly label: string;
  readonly placeholder: string;
  readonly onWrite: (kind: Written, statements: readonly string[]) => void;
  readonly onLeave: () => void;
  /** Instead of writing: from where there is something to pick. */
  readonly pick?: {
    readonly of: "question" | "insight";
    readonly label: string;
    readonly onClick: () => void;
  };
  /** On a level of persons: whom it is about. */
  readonly person?: ReactNode;
}

/** Writes one insight after another: Enter is the next, Escape goes back. A pasted list may become several. */
export function Composer({ label, placeholder, onWrite, onLeave, pick, person }: ComposerProps): ReactNode {
  const { t, labels } = useBoardTools();
  const [kind, setKind] = useState<Written>("strategy");
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus(), []);
  const lines = toStatements(text);
  const write = (statements: readonly string[]): void => {
    if (statements.some((one) => one.trim() !== "")) onWrite(kind, statements);
    setText("");
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    // An open list of the person field closes first.
    const target = event.target as Element;
    const listed = target.getAttribute("aria-expanded") === "true" || form.current?.contains(target) !== true;
    if (event.key === "Escape" && !listed) {
      event.preventDefault();
      onLeave();
    }
    if (event.key === "Enter" && !event.shiftKey && event.target === field.current) {
      event.preventDefault();
      if (text.trim() === "") onLeave();
      else write([text]);
    }
  };
  const onBlur = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    // A list of the person field stands in the overlay, outside this form. Who goes elsewhere leaves no words behind.
    if (to === null || form.current?.contains(to) === true || to.closest(".ss-layer")) return;
    if (text.trim() !== "") onWrite(kind, [text]);
    setText("");
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of the fields in it
    <div ref={form} className="so-composer" onKeyDown={onKeyDown} onBlur={onBlur}>
      <SegmentedControl<Written>
        size="small"
        label={t("composer.kind")}
        value={kind}
        onChange={setKind}
        options={[
          ...INSIGHT_KINDS.map((value) => ({
            value,
            label: labels.choice(insightEntity, "kind", value),
            icon: value,
          })),
          { value: "question" as const, label: t("composer.question"), icon: "gap" as const },
        ]}
      />
      {person}
      <textarea
        ref={field}
        className="ss-input so-editor"
        aria-label={label}
        placeholder={kind === "question" ? t("composer.question-hint") : placeholder}
        dir="auto"
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="so-composer-foot">
        <span className="ss-meta">{t("composer.keys")}</span>
        {lines.length > 1 && kind !== "question" ? (
          <Button size="small" onClick={() => write(lines)}>
            {t("composer.lines", { count: lines.length })}
          </Button>
        ) : null}
        {pick && (pick.of === "question") === (kind === "question") ? (
          <Button size="small" onClick={pick.onClick}>
            {pick.label}
          </Button>
        ) : null}
        <Button size="small" tone="quiet" onClick={onLeave}>
          {t("composer.close")}
        </Button>
        <Button size="small" tone="primary" onClick={() => write([text])}>
          {t("composer.add")}
        </Button>
      </div>
    </div>
  );
}
