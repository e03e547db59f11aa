import type { Change } from "@sweetspot/contract";
import { lexiconTerm, voiceNote } from "@sweetspot/plan-model";
import { toRecordId } from "@sweetspot/contract";
import {
  ConflictDialog,
  HistoryPanel,
  ReviewStamp,
  stateOf,
  StateScreen,
  TableTwin,
  useCrm,
  usePlan,
  useRecordWords,
  useT,
  WidgetFrame,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { Lexicon } from "./lexicon.view.tsx";
import { NotePanel } from "./note-panel.view.tsx";
import { Notes } from "./notes.view.tsx";
import { Toolbar } from "./toolbar.view.tsx";
import { useNotesTable } from "./use-notes-table.ts";
import { useText } from "./use-text.ts";
import { useVoice, type VoicePage } from "./use-voice.ts";

/** Changes this widget is about. */
const OURS: ReadonlySet<string> = new Set([voiceNote.name, lexiconTerm.name]);
const isOurs = ({ type }: Change): boolean => OURS.has(type);

/** The voice of the customer: what he says, what the market says of him, and his own words. */
export function CustomerVoiceView(): ReactNode {
  const t = useText();
  const kit = useT();
  const plan = usePlan();
  const crm = useCrm();
  const page = useVoice();
  const table = useNotesTable(page);
  const words = useRecordWords();
  const { notes, lexicon, writable, open, opened } = page;
  // Whoever may write begins in the four fields themselves: they teach more than a picture of them.
  const empty = notes.length === 0 && lexicon.length === 0;
  const title = t("widget.title");
  return (
    <WidgetFrame
      icon="note"
      title={title}
      subtitle={
        empty ? t("widget.question") : t("widget.subtitle", { count: notes.length, words: lexicon.length })
      }
      bar={empty && !writable ? undefined : <Toolbar page={page} />}
      {...(empty ? {} : { table, footer: <ReviewStamp step="customer-voice" /> })}
      menu={[
        {
          id: "history",
          icon: "clock",
          label: kit("kit.history.title"),
          onSelect: () => open("history"),
        },
      ]}
      onResolve={() => open("conflicts")}
    >
      <StateScreen
        state={stateOf(plan, crm, empty && !writable)}
        title={title}
        empty={{ icon: "note", title: t("empty.title"), text: t("empty.read-only") }}
        onResolve={() => open("conflicts")}
      >
        {empty ? <p className="cv-teach">{t("empty.text")}</p> : null}
        <Content page={page} table={table} />
      </StateScreen>
      <NotePanel page={page} />
      <HistoryPanel
        open={opened === "history"}
        onOpenChange={() => open(undefined)}
        about={title}
        only={isOurs}
      />
      <ConflictDialog open={opened === "conflicts"} onOpenChange={() => open(undefined)} words={words} />
    </WidgetFrame>
  );
}

interface ContentProps {
  readonly page: VoicePage;
  readonly table: ReturnType<typeof useNotesTable>;
}

function Content({ page, table }: ContentProps): ReactNode {
  if (page.tab === "lexicon") return <Lexicon page={page} />;
  if (page.tab === "table")
    return <TableTwin table={table()} onSelect={(row) => page.open({ note: toRecordId(row) })} />;
  return <Notes page={page} />;
}
