import { type ReactNode, useId, useRef } from "react";
import { useT } from "../widget/widget-context.ts";
import { Icon } from "./icon.view.tsx";

export interface SearchInputProps {
  /** What is searched, for example "Find an area or offering". Also the placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many were found, in words; read out politely. */
  readonly found?: string | undefined;
}

/** Filters while one types; Escape clears it. */
export function SearchInput({ label, value, onChange, found }: SearchInputProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const t = useT();
  return (
    <search className="ss-search">
      <Icon name="search" />
      <label htmlFor={id} className="ss-hidden">
        {label}
      </label>
      <input
        id={id}
        ref={input}
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || value === "") return;
          event.stopPropagation();
          onChange("");
        }}
      />
      {value === "" ? null : (
        <button
          type="button"
          className="ss-search-clear"
          aria-label={t("kit.clear")}
          onClick={() => {
            onChange("");
            input.current?.focus();
          }}
        >
          <Icon name="close" size="small" />
        </button>
      )}
      <span className="ss-hidden" aria-live="polite">
        {found}
      </span>
    </search>
  );
}
