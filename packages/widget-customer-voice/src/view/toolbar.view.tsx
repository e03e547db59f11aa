import { Chip, SearchInput, SegmentedControl } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import type { Voice } from "../model/notes.model.ts";
import { useText } from "./use-text.ts";
import type { Tab, VoicePage } from "./use-voice.ts";

const VOICES_SHOWN = ["customer", "market"] as const;

/** What to look at, and whose voice new notes are. */
export function Toolbar({ page }: { readonly page: VoicePage }): ReactNode {
  const { notes, found, tab, setTab, search, setSearch, focus, setFocus, voice, setVoice, writable } = page;
  const t = useText();
  const market = notes.filter(({ heard }) => heard === "market").length;
  const counts = { customer: notes.length - market, market };
  return (
    <div className="cv-bar">
      <SegmentedControl<Tab>
        label={t("tab.label")}
        value={tab}
        options={[
          { value: "notes", label: t("tab.notes") },
          { value: "lexicon", label: t("tab.lexicon") },
          { value: "table", label: t("tab.table") },
        ]}
        onChange={setTab}
      />
      {tab === "lexicon" || notes.length === 0 ? null : (
        <SearchInput
          label={t("filter.search")}
          value={search}
          onChange={setSearch}
          found={search === "" ? undefined : t("filter.found", { count: found.length })}
        />
      )}
      {tab === "notes" ? (
        <>
          {VOICES_SHOWN.filter((one) => counts[one] > 0 || focus === one).map((one) => (
            <Chip key={one} pressed={focus === one} onClick={() => setFocus(focus === one ? undefined : one)}>
              {t(`focus.${one}`, { count: counts[one] })}
            </Chip>
          ))}
          {writable ? (
            <span className="cv-bar-end">
              <span className="ss-meta" aria-hidden="true">
                {t("voice.new")}
              </span>
              <SegmentedControl<Voice>
                label={t("voice.new")}
                size="small"
                value={voice}
                options={[
                  { value: "customer", label: t("voice.short-customer") },
                  { value: "market", label: t("voice.short-market") },
                ]}
                onChange={setVoice}
              />
            </span>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
