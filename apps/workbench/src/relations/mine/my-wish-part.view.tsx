import type { CrmError, TieWish } from "@sweetspot/contract";
import { type ReactNode, useCallback, useId, useState } from "react";
import { useDesk } from "../../gateway/desk.ts";
import { usePage } from "../../page/page-context.ts";
import { Failure } from "../failure.view.tsx";
import { toCrmError } from "../relations-client.ts";
import { useReading } from "../use-reading.ts";

const WISHES: readonly TieWish[] = ["shared", "ask-first", "hidden"];

/** What my colleagues may make of whom I know. */
export function MyWishPart(): ReactNode {
  const { t } = usePage();
  const { relations } = useDesk();
  const id = useId();
  const [saved, setSaved] = useState<TieWish>();
  const [failure, setFailure] = useState<CrmError>();
  const read = useCallback(async (signal: AbortSignal) => relations.readMyWish?.({ signal }), [relations]);
  const { value, error, isReading, readAgain } = useReading(read);
  const wish = saved ?? value;
  const choose = async (next: TieWish): Promise<void> => {
    const before = wish;
    setFailure(undefined);
    setSaved(next);
    try {
      await relations.saveMyWish?.(next);
    } catch (problem) {
      setSaved(before);
      setFailure(toCrmError(problem));
    }
  };
  const failed = failure ?? error;
  return (
    <>
      {failed ? <Failure error={failed} onRetry={readAgain} /> : null}
      <fieldset className="wb-card wb-wishes" disabled={isReading && wish === undefined}>
        <legend className="ss-hidden">{t("relations.part.mine")}</legend>
        {WISHES.map((one) => (
          <div key={one} className="wb-wish">
            <input
              type="radio"
              id={`${id}-${one}`}
              name={id}
              checked={wish === one}
              aria-describedby={`${id}-${one}-help`}
              onChange={() => void choose(one)}
            />
            <span>
              <label htmlFor={`${id}-${one}`}>{t(`relations.wish.${one}`)}</label>
              <span id={`${id}-${one}-help`} className="ss-meta">
                {t(`relations.wish.${one}.help`)}
              </span>
            </span>
          </div>
        ))}
      </fieldset>
      <output className="ss-meta">{saved && !failure ? t("relations.wish.saved") : null}</output>
    </>
  );
}
