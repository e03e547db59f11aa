import { CrmError, type RelationReader, type TieWish } from "@sweetspot/contract";
import { Dialog, useT, useToast } from "@sweetspot/widget-kit";
import { type ReactNode, useId, useMemo, useState } from "react";
import { Failed } from "./notes.view.tsx";
import { useAnswer } from "./use-answer.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

const WISHES: readonly TieWish[] = ["shared", "ask-first", "hidden"];

/** What all others may make of my own ties. */
export function WishDialog({ ways }: { readonly ways: Ways }): ReactNode {
  const { dialog, show, relations } = ways;
  const t = useText();
  return (
    <Dialog
      open={dialog?.kind === "wish"}
      onOpenChange={() => show(undefined)}
      title={t("wish.title")}
      size="small"
    >
      {dialog?.kind === "wish" && relations ? <Wishes relations={relations} /> : null}
    </Dialog>
  );
}

function Wishes({ relations }: { readonly relations: RelationReader }): ReactNode {
  const t = useText();
  const kit = useT();
  const toast = useToast();
  const id = useId();
  const answer = useAnswer(
    useMemo(() => (signal: AbortSignal) => readWish(relations, signal), [relations]),
    "wish",
  );
  const [chosen, setChosen] = useState<TieWish | undefined>(undefined);
  const wish = chosen ?? answer.value;
  const save = (next: TieWish): void => {
    setChosen(next);
    relations.saveMyWish?.(next).then(
      () => toast({ text: t("wish.saved") }),
      (cause: unknown) => {
        setChosen(wish);
        const code = CrmError.is(cause) ? cause.code : "unavailable";
        toast({ tone: "bad", text: kit(`kit.error.${code}.title`, { title: t("widget.title") }) });
      },
    );
  };
  if (answer.error) return <Failed answer={answer} />;
  return (
    <fieldset className="rb-wishes" disabled={answer.value === undefined}>
      <legend className="ss-meta">{t("wish.text")}</legend>
      {WISHES.map((one) => (
        <div key={one} className="rb-wish">
          <input
            id={`${id}-${one}`}
            type="radio"
            name="wish"
            aria-describedby={`${id}-${one}-means`}
            checked={wish === one}
            onChange={() => save(one)}
          />
          <span>
            <label htmlFor={`${id}-${one}`} className="rb-named">
              {t(`wish.${one}`)}
            </label>
            <span id={`${id}-${one}-means`} className="ss-meta">
              {t(`wish.${one}.means`)}
            </span>
          </span>
        </div>
      ))}
    </fieldset>
  );
}

/** A host that keeps no wish is not asked for one. */
const readWish = async (relations: RelationReader, signal: AbortSignal): Promise<TieWish> =>
  (await relations.readMyWish?.({ signal })) ?? "shared";
