import { Combobox as Base } from "@base-ui/react/combobox";
import type { RecordId } from "@sweetspot/contract";
import { buyingCentreMember, recordsOf } from "@sweetspot/plan-model";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { Field, type FieldProps } from "../parts/field.view.tsx";
import { Icon } from "../parts/icon.view.tsx";
import { useOverlay } from "../parts/overlay.ts";
import { useCrm, useFormat, usePlanPart, useT } from "../widget/widget-context.ts";
import { PeopleRows } from "./people-rows.view.tsx";
import { createPersonSearch, type Person, personKey, toPeople } from "./person.model.ts";

export interface PersonPickerProps extends FieldProps {
  /** A member's or contact's id, wherever the plan keeps it; undefined when nobody is chosen. */
  readonly value: RecordId | undefined;
  /** Undefined when the field was cleared. Somebody who is no member yet becomes one by `toMemberFields`. */
  readonly onChange: (person: Person | undefined) => void;
  /** Ids of members and contacts not offered, for example those chosen already. */
  readonly without?: ReadonlySet<string>;
  /** Offers what was typed as a person still unknown; default true. */
  readonly placeholders?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** Offered while something is typed; it then takes the words typed as its name. */
const UNKNOWN: Person = { kind: "unknown", name: "" };

/** One person at the customer, found by name or position among the buying centre's people and the CRM's contacts. */
export function PersonPicker(props: PersonPickerProps): ReactNode {
  const { value, onChange, without, placeholders = true, placeholder, disabled, ...field } = props;
  const overlay = useOverlay();
  const t = useT();
  const { people, finds } = usePeople();
  const [typed, setTyped] = useState("");
  const rows = useRef<{ readonly scrollToRow: (index: number) => void }>(null);
  const offered = useMemo(
    () => [
      ...people.filter((person) => !idsOf(person).some((id) => without?.has(id) === true)),
      ...(placeholders ? [UNKNOWN] : []),
    ],
    [people, without, placeholders],
  );
  const chosen = people.find((person) => value !== undefined && idsOf(person).includes(value)) ?? null;
  const isOffered = (person: Person, search: string): boolean => {
    if (person !== UNKNOWN) return finds(person, search);
    const name = search.trim();
    return name !== "" && name !== chosen?.name && !people.some((other) => other.name === name);
  };
  return (
    <Field {...field}>
      {({ id, describedBy, invalid }) => (
        <Base.Root<Person>
          items={offered}
          virtualized
          value={chosen}
          filter={isOffered}
          itemToStringLabel={(person) => person.name}
          isItemEqualToValue={(one, other) => personKey(one) === personKey(other)}
          onInputValueChange={setTyped}
          onValueChange={(next) =>
            onChange(next === UNKNOWN ? { kind: "unknown", name: typed.trim() } : (next ?? undefined))
          }
          onItemHighlighted={(_person, { reason, index }) => {
            if (reason === "keyboard") rows.current?.scrollToRow(index);
          }}
          disabled={disabled === true}
        >
          <div className="ss-combobox">
            <Base.Input
              id={id}
              className="ss-input"
              placeholder={placeholder ?? t("kit.person.search")}
              aria-describedby={describedBy}
              aria-invalid={invalid || undefined}
            />
            <div className="ss-combobox-ends">
              <Base.Clear className="ss-combobox-end" aria-label={t("kit.clear")}>
                <Icon name="close" size="small" />
              </Base.Clear>
              <Base.Trigger className="ss-combobox-end" aria-label={t("kit.open-list")}>
                <Icon name="chevron-down" size="small" />
              </Base.Trigger>
            </div>
          </div>
          <Base.Portal container={overlay}>
            <Base.Positioner className="ss-layer" positionMethod="fixed" sideOffset={4} collisionPadding={8}>
              <Base.Popup className="ss-list ss-people">
                <Base.Empty className="ss-list-empty">{t("kit.nothing-found")}</Base.Empty>
                <Base.List>
                  <PeopleRows rows={rows} typed={typed} />
                </Base.List>
              </Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        </Base.Root>
      )}
    </Field>
  );
}

function usePeople(): {
  readonly people: readonly Person[];
  readonly finds: ReturnType<typeof createPersonSearch>;
} {
  const plan = usePlanPart((view) => view.plan);
  const { contacts } = useCrm();
  const { compare } = useFormat();
  return useMemo(
    () => ({
      people: toPeople(recordsOf(buyingCentreMember, plan.values()), contacts, compare),
      finds: createPersonSearch(),
    }),
    [plan, contacts, compare],
  );
}

const idsOf = (person: Person): readonly string[] =>
  person.kind === "member"
    ? [person.member, ...(person.contact === undefined ? [] : [person.contact])]
    : person.kind === "contact"
      ? [person.contact]
      : [];
