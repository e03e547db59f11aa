import { Button, Dialog, ReviewStamp, useHost } from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { useCustomerName } from "./message-context.ts";
import { confirmAll } from "./message-edits.model.ts";
import { toOverviewText } from "./message-text.model.ts";
import { MessagesSheet, type Printed } from "./messages-sheet.view.tsx";
import { SpotMessageList } from "./spot-messages.view.tsx";
import { readTold, type ToldLevel, type ToldSpot } from "./told.model.ts";
import { useCopy } from "./use-copy.ts";

export interface MessagesDialogProps {
  readonly workspace: Workspace;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** All core messages of the board, level by level, beside the sweet spots they tell. */
export function MessagesDialog({ workspace, open, onOpenChange }: MessagesDialogProps): ReactNode {
  const t = useText();
  return open ? (
    <Messages workspace={workspace} onOpenChange={onOpenChange} title={t("messages.title")} />
  ) : null;
}

/** Sweet spots shown before somebody asks for more. */
const PAGE = 30;

function Messages({
  workspace,
  onOpenChange,
  title,
}: Omit<MessagesDialogProps, "open"> & { readonly title: string }): ReactNode {
  const { reading, writable, edit, author } = workspace;
  const t = useText();
  const copy = useCopy();
  const customer = useCustomerName();
  const { user } = useHost();
  const [printed, setPrinted] = useState<Printed>();
  const [shown, setShown] = useState(PAGE);
  const told = useMemo(() => readTold(reading), [reading]);
  const mine = confirmAll(told, user.id, author().at);
  const overview = (): string =>
    toOverviewText(
      t("messages.sheet-title", { customer }),
      told.levels.map(({ name, spots }) => ({
        name,
        statements: spots.flatMap(({ messages }) => messages.map(({ record }) => record.fields.statement)),
      })),
    );
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      size="large"
      title={title}
      {...(customer === "" ? {} : { eyebrow: customer })}
      footer={
        told.count === 0 ? undefined : (
          <>
            <ReviewStamp step="core-messages" />
            <Button icon="print" onClick={() => setPrinted("all")}>
              {t("messages.print-all")}
            </Button>
            <Button icon="copy" onClick={() => copy(overview(), t("messages.copied-all"))}>
              {t("messages.copy-all")}
            </Button>
          </>
        )
      }
    >
      {mine && writable ? (
        <p className="so-told-mine">
          {t("messages.mine", { count: mine.puts.length })}
          <Button size="small" onClick={() => edit(mine)}>
            {t("messages.mine-known")}
          </Button>
        </p>
      ) : null}
      {reading.board.spots.length === 0 ? (
        <div className="so-panel-nothing">
          <h3>{t("messages.empty-title")}</h3>
          <p>{t("messages.empty-text")}</p>
        </div>
      ) : null}
      {firstOf(told.levels, shown).map(({ id, name, spots }) => (
        <section key={id} className="so-told-level">
          <h3 className="so-panel-level" dir="auto">
            {name}
          </h3>
          {spots.map((found) => (
            <section key={found.spot.id} className="so-told-spot">
              <Overlap found={found} />
              <SpotMessageList
                workspace={workspace}
                told={told}
                found={found}
                opened={false}
                onPrint={({ record }) => setPrinted(record.id)}
              />
            </section>
          ))}
        </section>
      ))}
      {reading.board.spots.length > shown ? (
        <Button tone="quiet" onClick={() => setShown(shown + PAGE)}>
          {t("messages.more-spots", { count: Math.min(PAGE, reading.board.spots.length - shown) })}
        </Button>
      ) : null}
      <MessagesSheet told={told} printed={printed} onClose={() => setPrinted(undefined)} />
    </Dialog>
  );
}

/** The first so many sweet spots, on their levels. */
function firstOf(levels: readonly ToldLevel[], count: number): readonly ToldLevel[] {
  let left = count;
  return levels.flatMap((level) => {
    const spots = level.spots.slice(0, Math.max(0, left));
    left -= spots.length;
    return spots.length === 0 ? [] : [{ ...level, spots }];
  });
}

/** What meets in a sweet spot, in the words of both sides. */
function Overlap({ found: { customer, provider } }: { readonly found: ToldSpot }): ReactNode {
  return (
    <div className="so-told-overlap">
      <ul className="so-panel-list so-told-customer">
        {customer.map(({ id, fields }) => (
          <li key={id} dir="auto">
            {fields.statement}
          </li>
        ))}
      </ul>
      <ul className="so-panel-list so-told-provider">
        {provider.map(({ id, fields }) => (
          <li key={id} dir="auto">
            {fields.statement}
          </li>
        ))}
      </ul>
    </div>
  );
}
