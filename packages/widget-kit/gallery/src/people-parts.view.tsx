import { EMPTY, known, toRecordId } from "@sweetspot/contract";
import { Button, HistoryPanel, type Person, PersonPicker, ReviewStamp } from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";

/** As many as a large account has; one in three without a title. */
export const CONTACTS = Array.from({ length: 500 }, (_, index) => ({
  id: toRecordId(`contact-${String(index)}`),
  name: `${firstName(index)} ${String(index + 1)}`,
  account: EMPTY,
  title: index % 3 === 0 ? EMPTY : known(index % 3 === 1 ? "Head of purchasing" : "Plant manager"),
  department: EMPTY,
  email: EMPTY,
  phone: EMPTY,
  owner: EMPTY,
}));

function firstName(index: number): string {
  return ["Anneliese", "Budi", "Chloé", "Dewi", "Kwame"][index % 5] ?? "";
}

export function PeopleParts(): ReactNode {
  const [history, setHistory] = useState(false);
  const [person, setPerson] = useState<Person | undefined>();
  const id =
    person === undefined || person.kind === "unknown"
      ? undefined
      : person.kind === "member"
        ? person.member
        : person.contact;
  return (
    <section className="wide">
      <h3>People and reviews</h3>
      <div className="fields">
        <PersonPicker label="Whom we meet" value={id} onChange={setPerson} />
        <ReviewStamp step="buying-centre" />
        <Button icon="clock" onClick={() => setHistory(true)}>
          Who changed what
        </Button>
        <HistoryPanel open={history} onOpenChange={setHistory} about="Buying centre" />
      </div>
      <output data-test="person">{JSON.stringify(person ?? null)}</output>
    </section>
  );
}
