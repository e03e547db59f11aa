import {
  Button,
  Checkbox,
  Chip,
  IconButton,
  Popover,
  SearchInput,
  SegmentedControl,
  Select,
} from "@sweetspot/widget-kit";
import { LEVEL_ORDER } from "@sweetspot/white-space";
import { memo, type ReactNode } from "react";
import { countConditions, type GridFilter, NO_FILTER } from "../model/filter.model.ts";
import { type Lens, LENSES } from "./grid-state.ts";
import { ViewsButton } from "../views/views-button.view.tsx";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

/** What to look at: perspective, lens, search, filters; and the brush. */
export const Toolbar = memo(function Toolbar({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { model, state, dispatch, filtered, shape, writable, eyes } = workspace;
  const t = useText();
  const { filter } = state;
  const change = (part: Partial<GridFilter>): void => dispatch({ kind: "filter-changed", filter: part });
  const strong = model.grid.toProtect().filter((item) => item.level === "strong").length;
  const filtering = filter.text !== "" || countConditions(filter) > 0;
  return (
    <div className="ws-bar">
      <PerspectiveSwitch workspace={workspace} />
      <SegmentedControl<Lens>
        label={t("lens.label")}
        value={state.lens}
        options={LENSES.filter((lens) => lens !== "money" || workspace.facts.currency !== undefined).map(
          (lens) => ({ value: lens, label: t(`lens.${lens}`) }),
        )}
        onChange={(lens) => dispatch({ kind: "lens-chosen", lens })}
      />
      <SearchInput
        label={t("filter.search")}
        value={filter.text}
        onChange={(text) => change({ text })}
        found={
          filtering
            ? t("filter.found", { areas: filtered.areas?.size ?? model.areas.leaves.length })
            : undefined
        }
      />
      {model.suggestions.length > 0 ? (
        <Chip
          tone="suggestion"
          pressed={filter.suggested}
          onClick={() => change({ suggested: !filter.suggested })}
        >
          {t("filter.suggestions", { count: model.suggestions.length })}
        </Chip>
      ) : null}
      {strong > 0 ? (
        <Chip pressed={filter.protect} onClick={() => change({ protect: !filter.protect })}>
          {t("filter.protect", { count: strong })}
        </Chip>
      ) : null}
      <div className="ws-bar-end">
        {shape === "narrow" || !writable ? null : (
          <Button
            size="small"
            tone="quiet"
            icon="brush"
            pressed={state.brush !== undefined}
            onClick={() =>
              dispatch({ kind: "brush-taken", brush: state.brush === undefined ? "strong" : undefined })
            }
          >
            {t("paint.start")}
          </Button>
        )}
        {writable ? (
          <IconButton
            icon="plus"
            size="small"
            label={t("menu.add")}
            onClick={() => dispatch({ kind: "dialog-opened", dialog: "start" })}
          />
        ) : null}
        <IconButton
          icon="hierarchy"
          size="small"
          label={t("menu.structure")}
          onClick={() => dispatch({ kind: "dialog-opened", dialog: "structure" })}
        />
        <ViewsButton workspace={workspace} />
        <FilterPopover deal={eyes.deal !== undefined} filter={filter} onChange={change} />
        {filtering ? (
          <Button size="small" tone="quiet" icon="close" onClick={() => change(NO_FILTER)}>
            {t("filter.clear")}
          </Button>
        ) : null}
      </div>
    </div>
  );
});

/** Few perspectives stand side by side, many in a list. */
function PerspectiveSwitch({ workspace }: { readonly workspace: Workspace }): ReactNode {
  const { plan, model, dispatch, shape } = workspace;
  const t = useText();
  if (plan.perspectives.length < 2) return null;
  const options = plan.perspectives.map((item) => ({ value: item.id, label: item.fields.name }));
  const choose = (perspective: (typeof options)[number]["value"]): void =>
    dispatch({ kind: "perspective-chosen", perspective });
  const value = model.perspective?.id;
  if (options.length <= 3 && shape !== "narrow")
    return (
      <SegmentedControl label={t("perspective.label")} value={value} options={options} onChange={choose} />
    );
  return (
    <Select hideLabel label={t("perspective.label")} value={value} options={options} onChange={choose} />
  );
}

interface FilterPopoverProps {
  /** Does the widget stand on a deal's page? */
  readonly deal: boolean;
  readonly filter: GridFilter;
  readonly onChange: (part: Partial<GridFilter>) => void;
}

const FLAGS = ["thisDeal", "suggested", "protect", "openDeals", "mySteps", "overdue", "byHand"] as const;

function FilterPopover({ deal, filter, onChange }: FilterPopoverProps): ReactNode {
  const t = useText();
  const count = countConditions(filter);
  return (
    <Popover
      title={t("filter.title")}
      trigger={
        <Button size="small" tone="quiet" icon="filter">
          {count === 0 ? t("filter.open") : t("filter.open-count", { count })}
        </Button>
      }
    >
      <div className="ws-filter">
        {FLAGS.filter((flag) => deal || flag !== "thisDeal").map((flag) => (
          <Checkbox
            key={flag}
            label={t(`filter.flag.${flag}`)}
            checked={filter[flag]}
            onChange={(on) => onChange({ [flag]: on })}
          />
        ))}
        <hr />
        {LEVEL_ORDER.map((level) => (
          <Checkbox
            key={level}
            label={t(`level.${level}`)}
            checked={filter.levels.includes(level)}
            onChange={(on) =>
              onChange({
                levels: on ? [...filter.levels, level] : filter.levels.filter((item) => item !== level),
              })
            }
          />
        ))}
      </div>
    </Popover>
  );
}
