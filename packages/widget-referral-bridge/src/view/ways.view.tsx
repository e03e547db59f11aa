import { Button, Icon, Popover, useWidgetWidth } from "@sweetspot/widget-kit";
import { type ReactNode, type RefObject, useRef, useState } from "react";
import { FilterChips } from "./filters.view.tsx";
import { NoWay, WaysDialogs } from "./later-parts.ts";
import { Failed, Gaps, Warnings } from "./notes.view.tsx";
import { Targets } from "./targets.view.tsx";
import type { Bridge } from "./use-bridge.ts";
import { useKeptPlace } from "./use-kept-place.ts";
import { usePicture } from "./use-picture.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";
import { Way } from "./way.view.tsx";

interface Props {
  readonly page: Bridge;
  readonly ways: Ways;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

/** Widths at which list, picture and people stand beside each other. Pixels, as in the style sheet. */
const BESIDE = { people: 240, list: 400, all: 1180, two: 820 } as const;

/** Whom we want to meet, the ways there in words, and the same as a picture. */
export function WaysView({ page, ways, drawing }: Props): ReactNode {
  const { answer, target, targets, relations, dialog } = ways;
  // Once opened they stay, so that closing can be seen.
  const [asked, ask] = useState(dialog !== undefined);
  if (dialog !== undefined && !asked) ask(true);
  const t = useText();
  const widget = useWidgetWidth();
  const home = useRef<HTMLDivElement>(null);
  const kept = useKeptPlace(home);
  const draw = usePicture();
  const rail = widget >= BESIDE.all;
  const list = widget >= BESIDE.two ? BESIDE.list : 0;
  const paths = answer.value?.paths ?? [];
  if (!relations)
    return (
      <div className="ss-screen">
        <span className="ss-screen-mark">
          <Icon name="bridge" />
        </span>
        <h3 className="ss-screen-title">{t("host.none.title")}</h3>
        <p className="ss-screen-text">{t("host.none")}</p>
      </div>
    );
  if (targets.error) return <Failed answer={targets} />;
  return (
    <div className="rb-ways" data-rail={rail || undefined} {...kept}>
      {rail ? (
        <aside className="rb-rail" aria-label={t("target.title")}>
          <Targets ways={ways} onChoose={page.aim} />
        </aside>
      ) : (
        <TargetChooser page={page} ways={ways} />
      )}
      <div
        ref={home}
        tabIndex={-1}
        className="rb-list"
        data-alone={paths.length === 0 || undefined}
        aria-busy={answer.waiting !== "no" || targets.waiting !== "no"}
      >
        <Gaps gaps={answer.value?.gaps ?? targets.value?.gaps ?? []} />
        <FilterChips ways={ways} />
        {answer.error ? <Failed answer={answer} /> : null}
        {answer.value ? null : <Waiting waiting={targets.value ? answer.waiting : targets.waiting} />}
        {targets.value && targets.value.items.length === 0 && !target ? (
          <p className="rb-nothing">{t("target.none")}</p>
        ) : null}
        {paths.length > 0 ? (
          <>
            <h3 className="rb-list-title">
              {t("way.title", { count: paths.length, name: target?.name ?? "" })}
            </h3>
            <ol>
              {paths.map((path, number) => (
                <Way key={path.people.join()} page={page} ways={ways} path={path} number={number} />
              ))}
            </ol>
          </>
        ) : answer.value ? (
          <NoWay ways={ways} advice={answer.value.advice} />
        ) : null}
        {answer.value?.cutOff === true && paths.length > 0 ? (
          <p className="ss-strip">
            <Icon name="info" />
            <span className="ss-strip-text">{t("way.cut-off")}</span>
          </p>
        ) : null}
        <Warnings ways={ways} />
      </div>
      {paths.length === 0
        ? null
        : (draw?.({
            page,
            ways,
            drawing,
            width: Math.max(240, widget - list - (rail ? BESIDE.people : 0) - 4),
          }) ?? <div className="rb-picture" />)}
      {asked ? <WaysDialogs page={page} ways={ways} /> : null}
    </div>
  );
}

function TargetChooser({ page, ways }: Omit<Props, "drawing">): ReactNode {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <div className="rb-chooser">
      <Popover
        title={t("target.title")}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button icon="target" className="rb-choose">
            <bdi>{ways.target?.name ?? t("target.title")}</bdi>
            <Icon name="chevron-down" size="small" />
          </Button>
        }
      >
        <div className="rb-choices">
          <Targets
            ways={ways}
            onChoose={(target) => {
              page.aim(target);
              setOpen(false);
            }}
          />
        </div>
      </Popover>
      {ways.target?.part === undefined ? null : <bdi className="ss-meta">{ways.target.part}</bdi>}
    </div>
  );
}

function Waiting({ waiting }: { readonly waiting: "no" | "briefly" | "slow" }): ReactNode {
  const t = useText();
  if (waiting === "no") return null;
  return <output className="rb-nothing">{t(waiting === "slow" ? "waiting.slow" : "waiting.brief")}</output>;
}
