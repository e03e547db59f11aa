import { Button, PersonPicker, Popover } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import {
  type Audience,
  audienceKey,
  audienceName,
  freeLevels,
  peopleTold,
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
  const { story, dispatch, writable } = workspace;
  const t = useText();
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
        {writable ? <FurtherAudience workspace={workspace} entry={entry} /> : null}
      </fieldset>
    </div>
  );
}

/** Another level, or one of the many people; somebody of the CRM comes into the buying centre with it. */
function FurtherAudience({ workspace, entry }: Omit<AudienceBarProps, "group">): ReactNode {
  const { story, start, startFor } = workspace;
  const t = useText();
  const [open, setOpen] = useState(false);
  const levels = freeLevels(story, entry.groups);
  return (
    <Popover
      title={t("audience.add")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" tone="quiet" icon="plus">
          {t("audience.add")}
        </Button>
      }
    >
      <div className="vp-further">
        {levels.map((level) => (
          <Button
            key={level}
            size="small"
            icon="hierarchy"
            onClick={() => {
              setOpen(false);
              start(entry.id, { kind: "level", level });
            }}
          >
            <span dir="auto">{audienceName(story, { kind: "level", level })}</span>
          </Button>
        ))}
        <PersonPicker
          label={t("audience.person")}
          value={undefined}
          without={peopleTold(story, entry.groups)}
          onChange={(person) => {
            if (!person) return;
            setOpen(false);
            startFor(entry.id, person);
          }}
        />
      </div>
    </Popover>
  );
}
