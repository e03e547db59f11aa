import type { RecordId } from "@sweetspot/contract";
import { Button, Checkbox, Dialog, SearchInput, useFormat, useHost } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useCustomerName, useMemberName } from "../messages/message-context.ts";
import { useCopy } from "../messages/use-copy.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { AnswerDialog } from "./answer-dialog.view.tsx";
import { countOpenGaps, type GapGroup, listGaps, type ListedGap } from "./gap-list.model.ts";
import { GapRow } from "./gap-row.view.tsx";
import { toGapText } from "./gap-text.model.ts";
import { GapsSheet } from "./gaps-sheet.view.tsx";

export interface GapsDialogProps {
  readonly workspace: Workspace;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** An answer has become an insight of the board. */
  readonly onFiled?: (insight: RecordId) => void;
  /** Opens the question bank. */
  readonly onAsk?: () => void;
  /** Shows an insight on the board. */
  readonly onGo?: (insight: RecordId) => void;
}

/** All questions of the plan, for the next meeting: by the person who can answer them. */
export function GapsDialog({ open, ...props }: GapsDialogProps): ReactNode {
  return open ? <Gaps {...props} /> : null;
}

/** Rows shown before somebody asks for more; a list of hundreds is found by searching. */
const PAGE = 40;

function Gaps(props: Omit<GapsDialogProps, "open">): ReactNode {
  const { workspace, onOpenChange, onFiled, onAsk, onGo } = props;
  const { reading, library, today, writable } = workspace;
  const t = useText();
  const copy = useCopy();
  const customer = useCustomerName();
  const { user } = useHost();
  const [printing, setPrinting] = useState(false);
  const lineOf = useGapLine();
  const [search, setSearch] = useState("");
  const [mine, setMine] = useState(false);
  const [answered, setAnswered] = useState(false);
  const [shown, setShown] = useState(PAGE);
  const list = useRef<HTMLDivElement>(null);
  // The row of an answered question goes with its button.
  const back = useRef<HTMLElement>(null);
  const [answering, setAnswering] = useState<RecordId>();
  const groups = useMemo(
    () => listGaps(reading, library, today, { search, answered, owner: mine ? user.id : undefined }),
    [reading, library, today, search, answered, mine, user.id],
  );
  const count = groups.reduce((sum, { gaps }) => sum + gaps.length, 0);
  const nameOf = ({ name }: GapGroup): string => name ?? t("questions.nobody");
  const title = t("questions.sheet-title", { customer });
  const open = groups
    .map((group) => ({ name: nameOf(group), lines: group.gaps.filter((gap) => !gap.answered).map(lineOf) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      size="large"
      eyebrow={t("questions.open-count", { count: countOpenGaps(reading.records) })}
      title={t("questions.title")}
      footer={
        <>
          {onAsk && writable ? (
            <Button icon="plus" onClick={onAsk}>
              {t("questions.bank-open")}
            </Button>
          ) : null}
          {open.length === 0 ? null : (
            <>
              <Button icon="print" onClick={() => setPrinting(true)}>
                {t("questions.print")}
              </Button>
              <Button icon="copy" onClick={() => copy(toGapText(title, open), t("questions.copied"))}>
                {t("questions.copy")}
              </Button>
            </>
          )}
        </>
      }
    >
      <div className="so-panel-filters">
        <SearchInput
          label={t("questions.search")}
          value={search}
          onChange={setSearch}
          found={search === "" ? undefined : t("questions.found", { count })}
        />
        <Checkbox label={t("questions.mine")} checked={mine} onChange={setMine} />
        <Checkbox label={t("questions.with-answered")} checked={answered} onChange={setAnswered} />
      </div>
      {count === 0 ? (
        <div className="so-panel-nothing">
          <h3>{search === "" && !mine ? t("questions.empty-title") : t("questions.none-found")}</h3>
          {search === "" && !mine ? <p>{t("questions.empty-text")}</p> : null}
        </div>
      ) : null}
      <div ref={list} className="so-ask-list" tabIndex={-1}>
        {firstOf(groups, shown).map((group) => (
          <section key={group.member ?? ""} className="so-ask-group">
            <h3 className="so-panel-level" dir="auto">
              {nameOf(group)}
            </h3>
            <ul className="so-panel-list">
              {group.gaps.map((gap) => (
                <GapRow
                  key={gap.record.id}
                  workspace={workspace}
                  gap={gap}
                  onAnswer={(id) => {
                    back.current = null;
                    setAnswering(id);
                  }}
                  onGo={onGo}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {count > shown ? (
        <Button tone="quiet" onClick={() => setShown(shown + PAGE)}>
          {t("questions.more", { count: Math.min(PAGE, count - shown) })}
        </Button>
      ) : null}
      <AnswerDialog
        workspace={workspace}
        gap={answering}
        onClose={() => setAnswering(undefined)}
        finalFocus={back}
        onFiled={(filed) => {
          back.current = list.current;
          if (filed !== undefined) onFiled?.(filed);
        }}
      />
      <GapsSheet title={title} groups={open} open={printing} onOpenChange={setPrinting} />
    </Dialog>
  );
}

/** A question in plain words, with what the one who asks should know. */
function useGapLine(): (gap: ListedGap) => { readonly question: string; readonly notes: readonly string[] } {
  const t = useText();
  const format = useFormat();
  const nameOf = useMemberName();
  return ({ record, where, oneToOne }) => {
    const { question, owner, due } = record.fields;
    const notes = [
      where.join(" › "),
      nameOf(owner) ?? "",
      due === undefined ? "" : t("questions.until", { when: format.date(due) }),
      oneToOne ? t("questions.one-to-one") : "",
    ];
    return { question, notes: notes.filter((note) => note !== "") };
  };
}

/** The first so many questions, their groups kept. */
function firstOf(groups: readonly GapGroup[], count: number): readonly GapGroup[] {
  let left = count;
  return groups.flatMap((group) => {
    const gaps = group.gaps.slice(0, Math.max(0, left));
    left -= gaps.length;
    return gaps.length === 0 ? [] : [{ ...group, gaps }];
  });
}
