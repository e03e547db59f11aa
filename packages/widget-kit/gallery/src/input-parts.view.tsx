import type { Money } from "@sweetspot/contract";
import {
  Checkbox,
  Combobox,
  DateInput,
  MoneyInput,
  SearchInput,
  Select,
  TextArea,
  TextInput,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import { PEOPLE, REASONS } from "./sample-data.ts";

export function InputParts(): ReactNode {
  const [text, setText] = useState("None known");
  const [notes, setNotes] = useState("");
  const [money, setMoney] = useState<Money | undefined>({ amount: 420_000, currency: "EUR" });
  const [date, setDate] = useState<string | undefined>("2026-12-04");
  const [reason, setReason] = useState<(typeof REASONS)[number]["value"] | undefined>(undefined);
  const [owner, setOwner] = useState<string | undefined>("lena brandt");
  const [done, setDone] = useState(false);
  const [search, setSearch] = useState("");
  return (
    <section className="wide">
      <h3>Inputs</h3>
      <div className="fields">
        <TextInput
          label="Competitor"
          value={text}
          onCommit={setText}
          hint="Who serves the area instead of us"
        />
        <MoneyInput
          label="Potential a year"
          value={money}
          onCommit={(value) => setMoney(value ?? undefined)}
        />
        <DateInput label="Due" value={date} onCommit={(value) => setDate(value ?? undefined)} />
        <Select label="Why absent so far?" value={reason} options={REASONS} onChange={setReason} />
        <Combobox label="Owner" value={owner} options={PEOPLE} onChange={setOwner} />
        <TextArea label="Notes" value={notes} onCommit={setNotes} placeholder="For the team" />
        <TextInput label="Broken" value="x" onCommit={() => {}} error="Type a name of at least two letters" />
        <div>
          <Checkbox
            label="Walk two stores with the fit-out lead"
            checked={done}
            onChange={setDone}
            hint="Due 4 December"
          />
          <Checkbox label="Some regions" checked={false} indeterminate onChange={() => {}} />
          <Checkbox label="Not possible" checked={false} disabled onChange={() => {}} />
        </div>
        <SearchInput
          label="Find an area or offering"
          value={search}
          onChange={setSearch}
          found={search && "3 found"}
        />
      </div>
      <output data-test="inputs">
        {JSON.stringify({
          text,
          notes,
          amount: money?.amount ?? null,
          date: date ?? null,
          reason,
          owner,
          done,
          search,
        })}
      </output>
    </section>
  );
}
