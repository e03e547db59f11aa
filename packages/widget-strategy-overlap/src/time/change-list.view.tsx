import { Button, Face, useFormat } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { useMemberName } from "../messages/message-context.ts";
import { useText } from "../workspace/use-text.ts";
import { type ChangeGroup, deedKey, type Happening } from "./what-changed.model.ts";

/** Entries shown before somebody asks for more. */
const PAGE = 40;

/** Who did what and when. */
export function ChangeList({ groups }: { readonly groups: readonly ChangeGroup[] }): ReactNode {
  const t = useText();
  const format = useFormat();
  const nameOf = useMemberName();
  const [shown, setShown] = useState(PAGE);
  const left = groups.length - shown;
  return (
    <>
      <ol className="so-panel-list so-past-list">
        {groups.slice(0, shown).map((group) => {
          const name = nameOf(group.by) ?? t("messages.reader-gone");
          return (
            <li
              key={`${group.at} ${group.by} ${group.happenings[0]?.record ?? ""}`}
              className="so-past-group"
            >
              <Face name={name} side="provider" />
              <div>
                <p className="so-past-who">
                  <bdi>{name}</bdi> <time dateTime={group.at}>{format.dateTime(group.at)}</time>
                </p>
                <ul className="so-panel-list">
                  {group.happenings.slice(0, MOST).map((one) => (
                    <Deed key={`${one.record} ${one.deed}`} happening={one} />
                  ))}
                </ul>
                {group.happenings.length > MOST ? (
                  <p className="ss-meta">
                    {t("time.more-at-once", { count: group.happenings.length - MOST })}
                  </p>
                ) : null}
              </div>
            </li>
          );
        })}
      </ol>
      {left > 0 ? (
        <Button tone="quiet" onClick={() => setShown(shown + PAGE)}>
          {t("time.more", { count: Math.min(PAGE, left) })}
        </Button>
      ) : null}
    </>
  );
}

/** A board that was begun or copied whole is one entry, not a hundred. */
const MOST = 8;

function Deed({ happening }: { readonly happening: Happening }): ReactNode {
  const t = useText();
  const { title, was } = happening;
  return (
    <li className="so-past-deed">
      <span className="so-past-verb">{t(deedKey(happening))}</span>{" "}
      {title === undefined ? null : <bdi>{title}</bdi>}{" "}
      {was === undefined ? null : (
        <span className="ss-meta">
          {t("time.was")} <bdi className="so-past-was">{was}</bdi>
        </span>
      )}
    </li>
  );
}
