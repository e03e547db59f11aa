import { Combobox as Base } from "@base-ui/react/combobox";
import { type ReactNode, type RefObject, useImperativeHandle, useRef } from "react";
import { useVirtualRows } from "../parts/use-virtual-rows.ts";
import { type Person, personKey } from "./person.model.ts";
import { PersonWords } from "./person-words.view.tsx";

/** Pixels; two lines of words. */
const ROW = 44;

interface Props {
  /** Lets the picker bring a row into sight. */
  readonly rows: RefObject<{ readonly scrollToRow: (index: number) => void } | null>;
  readonly typed: string;
}

/** The people found; only those in sight are drawn, as an account may have hundreds. */
export function PeopleRows({ rows, typed }: Props): ReactNode {
  const people = Base.useFilteredItems<Person>();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows({
    count: people.length,
    scroller,
    rowHeight: ROW,
    keyOf: (index) => {
      const person = people[index];
      return person ? personKey(person) : String(index);
    },
  });
  useImperativeHandle(rows, () => ({ scrollToRow: virtual.scrollToRow }));
  return (
    <div role="presentation" ref={scroller} className="ss-people-scroll">
      <div role="presentation" className="ss-people-rows" style={{ height: virtual.totalSize }}>
        {virtual.rows.map(({ index, key, start, size }) => {
          const person = people[index];
          return person === undefined ? null : (
            <Base.Item
              key={key}
              index={index}
              value={person}
              className="ss-list-item ss-person"
              aria-setsize={people.length}
              aria-posinset={index + 1}
              style={{ height: size, transform: `translateY(${String(start)}px)` }}
            >
              <PersonWords person={person} typed={typed} />
            </Base.Item>
          );
        })}
      </div>
    </div>
  );
}
