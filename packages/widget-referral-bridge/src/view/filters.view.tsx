import { RELATION_TYPES } from "@sweetspot/contract";
import { Button, Checkbox, Chip, Popover, SegmentedControl } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import {
  admit,
  type Filters as Choice,
  NO_FILTERS,
  countFilters,
  toggleType,
} from "../model/filters.model.ts";
import { sayType } from "../model/sentence.model.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

interface Props {
  readonly ways: Ways;
}

const GO_BETWEENS = ["0", "1", "2"] as const;

/** Which ties count, and over how many people. */
export function Filters({ ways: { filters, setFilters } }: Props): ReactNode {
  const t = useText();
  return (
    <>
      <SegmentedControl<"all" | "current">
        label={t("filter.time")}
        value={filters.currentOnly ? "current" : "all"}
        options={[
          { value: "current", label: t("filter.current") },
          { value: "all", label: t("filter.all") },
        ]}
        onChange={(time) => setFilters({ ...filters, currentOnly: time === "current" })}
      />
      <span className="rb-line">
        <SegmentedControl<(typeof GO_BETWEENS)[number]>
          label={t("filter.go-betweens")}
          value={GO_BETWEENS[filters.goBetweens] ?? "2"}
          options={GO_BETWEENS.map((value) => ({ value, label: value }))}
          onChange={(count) => setFilters({ ...filters, goBetweens: Number(count) })}
        />
        <span className="ss-meta" aria-hidden="true">
          {t("filter.go-betweens")}
        </span>
      </span>
      <Kinds filters={filters} onChange={setFilters} />
    </>
  );
}

function Kinds(props: { readonly filters: Choice; readonly onChange: (filters: Choice) => void }): ReactNode {
  const { filters, onChange } = props;
  const t = useText();
  const { types } = filters;
  return (
    <Popover
      title={t("filter.kinds")}
      trigger={
        <Button size="small" icon="filter">
          {types.length === 0 ? t("filter.all-kinds") : t("filter.some-kinds", { count: types.length })}
        </Button>
      }
    >
      <div className="rb-kinds">
        {RELATION_TYPES.map((type) => (
          <Checkbox
            key={type}
            label={sayType(type, { t })}
            checked={types.includes(type)}
            onChange={() => onChange(toggleType(filters, type))}
          />
        ))}
      </div>
    </Popover>
  );
}

/** The filters that are set, each to take back. */
export function FilterChips({ ways: { filters, setFilters, dismissed, show } }: Props): ReactNode {
  const t = useText();
  if (countFilters(filters) + dismissed.length === 0) return null;
  const chip = (key: string, words: string, next: Choice): ReactNode => (
    <li key={key}>
      <Chip onRemove={() => setFilters(next)} removeLabel={words}>
        <span className="rb-chip-words">{words}</span>
      </Chip>
    </li>
  );
  return (
    <ul className="rb-chips" aria-label={t("filter.set")}>
      {filters.currentOnly
        ? chip("current", t("filter.only-current"), { ...filters, currentOnly: false })
        : null}
      {filters.goBetweens < NO_FILTERS.goBetweens
        ? chip("go-betweens", t("filter.at-most", { count: filters.goBetweens }), {
            ...filters,
            goBetweens: NO_FILTERS.goBetweens,
          })
        : null}
      {filters.types.map((type) => chip(type, sayType(type, { t }), toggleType(filters, type)))}
      {filters.without.map(({ id, name }) => chip(id, t("filter.without", { name }), admit(filters, id)))}
      {dismissed.length === 0 ? null : (
        <li>
          <Chip icon="trash" onClick={() => show({ kind: "dismissed" })}>
            {t("dismissed.count", { count: dismissed.length })}
          </Chip>
        </li>
      )}
    </ul>
  );
}
