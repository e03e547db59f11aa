import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

export interface Draft {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Hands the text over if it differs from the value. */
  readonly commit: () => void;
}

/**
 * Text being typed. It is handed over when the field is left, and also when the field disappears first, as it does
 * when Escape closes a dialog: typed words are never lost. Others' changes show while nobody types.
 */
export function useDraft(value: string, onCommit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const latest: RefObject<string | undefined> = useRef(undefined);
  const change = (text: string | undefined): void => {
    latest.current = text;
    setDraft(text);
  };
  const commit = (): void => {
    const text = latest.current;
    change(undefined);
    if (text !== undefined && text !== value) onCommit(text);
  };
  const commitLast = useEffectEvent(() => {
    const text = latest.current;
    latest.current = undefined;
    if (text !== undefined && text !== value) onCommit(text);
  });
  useEffect(() => () => commitLast(), []);
  return { text: draft ?? value, change, commit };
}
