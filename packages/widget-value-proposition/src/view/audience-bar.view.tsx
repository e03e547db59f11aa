import { Button, Menu } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import {
  type Audience,
  audienceKey,
  audienceName,
  freeAudiences,
  type ToldGroup,
} from "../model/audience.model.ts";
import type { SpotEntry } from "../model/spots.model.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

interface AudienceBarProps {
  readonly workspace: Workspace;
  readonly entry: SpotEntry;
  readonly group: ToldGroup;
}

/** Whom it is told: one proposition a level or person, and whom else it could be told. */
export function AudienceBar({ workspace, entry, group }: AudienceBarProps): ReactNode {
  const { story, dispatch, writable, start } = workspace;
  const t = useText();
  const free = freeAudiences(story, entry.groups);
  const label = (audience: Audience): string => audienceName(story, audience) || t("audience.gone");
  return (
    <div className="vp-audience">
      <span className="ss-meta" aria-hidden="true">
        {t("audience.label")}
      </span>
      <fieldset className="vp-audience-list" aria-label={t("audience.label")}>
        {entry.groups.map(({ audience }) => (
          <Button
            key={audienceKey(audience)}
            size="small"
            icon={audience.kind === "member" ? "person" : "hierarchy"}
            pressed={audience === group.audience}
            onClick={() => dispatch({ kind: "audience-opened", audience: audienceKey(audience) })}
          >
            <span dir="auto">{label(audience)}</span>
          </Button>
        ))}
        {writable && free.length > 0 ? (
          <Menu
            align="start"
            trigger={
              <Button size="small" tone="quiet" icon="plus">
                {t("audience.add")}
              </Button>
            }
            items={free.map((audience) => ({
              id: audienceKey(audience),
              icon: audience.kind === "member" ? "person" : "hierarchy",
              label: label(audience),
              onSelect: () => start(entry.id, audience),
            }))}
          />
        ) : null}
      </fieldset>
    </div>
  );
}
