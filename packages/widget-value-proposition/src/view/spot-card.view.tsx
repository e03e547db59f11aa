import { Button, Chip, Icon } from "@sweetspot/widget-kit";
import { memo, type ReactNode } from "react";
import { audienceKey, audienceName, type ToldGroup } from "../model/audience.model.ts";
import { progressOf } from "../model/parts.model.ts";
import type { SpotEntry } from "../model/spots.model.ts";
import { tasksAbout } from "../model/tasks.model.ts";
import { Meter } from "./meter.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** Of the workspace what a card needs: a search changes none of it, and no card but those that fade. */
type Told = Pick<Workspace, "story" | "tasks" | "writable" | "start" | "dispatch">;

interface SpotCardProps extends Told {
  readonly entry: SpotEntry;
  /** Does not pass the filter: it keeps its place. */
  readonly faded: boolean;
}

/** One sweet spot: what the customer wants, what of ours meets it, and its propositions. */
export const SpotCard = memo(function SpotCard({ entry, faded, ...told }: SpotCardProps): ReactNode {
  const { writable, start } = told;
  const t = useText();
  return (
    <li
      className="vp-spot"
      data-spot={entry.id}
      data-told={entry.groups.length > 0}
      data-faded={faded || undefined}
    >
      <SpotSides entry={entry} />
      <ul className="vp-told">
        {entry.groups.map((group) => (
          <ToldRow key={audienceKey(group.audience)} {...told} group={group} />
        ))}
      </ul>
      {entry.groups.length > 0 ? null : (
        <p className="vp-untold">
          <Chip tone="warn" icon="circle-dashed">
            {t("spot.untold")}
          </Chip>
          {writable ? (
            <Button size="small" tone="primary" icon="stairs" onClick={() => start(entry.id)}>
              {t("spot.start")}
            </Button>
          ) : null}
        </p>
      )}
    </li>
  );
});

/** Both sides of a sweet spot in words. */
export function SpotSides({ entry }: { readonly entry: SpotEntry }): ReactNode {
  const t = useText();
  return (
    <div className="vp-sides">
      <div className="vp-side-words" data-side="customer">
        <span className="ss-hidden">{t("spot.customer")}</span>
        {entry.customer.map((statement) => (
          <p key={statement} dir="auto">
            {statement}
          </p>
        ))}
      </div>
      <Icon name="lens" />
      <div className="vp-side-words" data-side="provider">
        <span className="ss-hidden">{t("spot.provider")}</span>
        {entry.provider.map((statement) => (
          <p key={statement} dir="auto">
            {statement}
          </p>
        ))}
      </div>
    </div>
  );
}

function ToldRow({ story, tasks, dispatch, group }: Told & { readonly group: ToldGroup }): ReactNode {
  const t = useText();
  const { told, audience, variants, spot } = group;
  return (
    <li>
      <button
        type="button"
        className="vp-told-row"
        onClick={() => dispatch({ kind: "spot-opened", spot, audience: audienceKey(audience) })}
      >
        <Icon name={audience.kind === "member" ? "person" : "stairs"} size="small" />
        <span className="vp-told-name" dir="auto">
          {told.fields.name}
        </span>
        <span className="ss-meta" dir="auto">
          {audienceName(story, audience)}
        </span>
        {variants.length > 1 ? (
          <span className="ss-meta">{t("variant.count", { count: variants.length })}</span>
        ) : null}
        <Meter progress={progressOf(told, tasksAbout(tasks, told.id))} />
      </button>
    </li>
  );
}
