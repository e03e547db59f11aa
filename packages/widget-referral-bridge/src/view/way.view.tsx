import type { RecordId, RelationLink, RelationPath, RelationPerson } from "@sweetspot/contract";
import { Button, Chip, Icon, Menu, useFormat } from "@sweetspot/widget-kit";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { bodiesOf } from "../model/cast.model.ts";
import { litWays } from "../model/lit.model.ts";
import { nameOf, sayGround } from "../model/sentence.model.ts";
import { goBetweensOf, likelihoodOf } from "../model/strength.model.ts";
import { Ground } from "./ground.view.tsx";
import { Strength } from "./strength.view.tsx";
import type { Bridge } from "./use-bridge.ts";
import { useNodeMenu } from "./use-node-menu.ts";
import { useSpeech } from "./use-speech.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

interface Props {
  readonly page: Bridge;
  readonly ways: Ways;
  readonly path: RelationPath;
  readonly number: number;
}

/** One way in words: who introduces whom, unfolded link by link. */
export function Way({ page, ways, path, number }: Props): ReactNode {
  const { cast, chosen, choose, light, lit, target } = ways;
  const t = useText();
  const spoken = useSpeech(cast);
  const id = useId();
  const open = chosen === number;
  const isLit =
    litWays(lit, [path]).has(0) && lit?.kind !== "way" ? true : lit?.kind === "way" && lit.way === number;
  const former = path.links.some(({ because }) => because[0]?.current === false);
  const bodies = [...new Set(path.links.flatMap((link) => bodiesOf(link).slice(0, 1)))].map((body) =>
    nameOf(cast, body),
  );
  const start = (): void => {
    if (!target) return;
    const grounds = path.links.map((link) =>
      link.because[0] ? sayGround(link.because[0], link, spoken) : "",
    );
    page.start({ target, path, cast, grounds });
  };
  return (
    <li
      className="rb-way"
      data-open={open || undefined}
      data-lit={isLit || undefined}
      onPointerEnter={() => light({ kind: "way", way: number })}
      onPointerLeave={() => light(undefined)}
    >
      <h4>
        <button
          type="button"
          className="rb-way-head"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => choose(open ? -1 : number)}
          onFocus={() => light({ kind: "way", way: number })}
          onBlur={() => light(undefined)}
          onKeyDown={walk}
        >
          <span className="rb-rank ss-number">{number + 1}</span>
          <span className="rb-lines">
            <span className="rb-route">
              {path.people.map((person, index) => (
                <span key={person}>
                  {index === 0 ? null : (
                    <span className="rb-arrow" aria-hidden="true">
                      →{" "}
                    </span>
                  )}
                  <bdi className="rb-named">{nameOf(cast, person)}</bdi>{" "}
                </span>
              ))}
            </span>
            <span className="rb-line ss-meta">
              <Strength strength={path.strength} />
              {[t("way.go-betweens", { count: goBetweensOf(path) }), ...bodies].join(" · ")}
              {former ? ` · ${t("way.former")}` : ""}
            </span>
          </span>
        </button>
      </h4>
      {open ? (
        <div id={id} className="rb-way-body">
          <ol className="rb-hops">
            {path.people.map((person, index) => (
              <Step key={person} ways={ways} page={page} id={person} link={path.links[index]} />
            ))}
          </ol>
          {page.writable ? (
            <Button tone="primary" icon="bridge" onClick={start}>
              {t("way.start")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

/** A person of the way, and why he is believed to know the next one. */
function Step(props: {
  readonly page: Bridge;
  readonly ways: Ways;
  readonly id: RecordId;
  readonly link: RelationLink | undefined;
}): ReactNode {
  const { page, ways, id, link } = props;
  const { cast, light, show } = ways;
  const t = useText();
  const spoken = useSpeech(cast);
  const person = cast.people.get(id);
  const grounds = link?.because.map((ground) => (
    <Ground
      key={ground.ties.map((tie) => tie.id).join()}
      ground={ground}
      link={link}
      spoken={spoken}
      onDismiss={page.writable ? () => show({ kind: "dismiss", ground, link }) : undefined}
    />
  ));
  return (
    <>
      <li
        className="rb-hop"
        onPointerEnter={() => light({ kind: "node", id })}
        onPointerLeave={() => light(undefined)}
      >
        <PersonButton page={page} ways={ways} id={id} />
        <Part page={page} ways={ways} person={person} id={id} />
      </li>
      {link && grounds ? (
        <li
          className="rb-link"
          data-former={link.because[0]?.current === false || undefined}
          onPointerEnter={() => light({ kind: "link", from: link.from, to: link.to })}
          onPointerLeave={() => light(undefined)}
        >
          <p className="rb-likely">{t(`likelihood.${likelihoodOf(link.strength)}`)}</p>
          {link.askFirst === undefined ? null : (
            <Chip tone="accent" icon="lock">
              {t("way.ask-first", { name: ownerName(cast.people, link.askFirst) })}
            </Chip>
          )}
          <ul>{grounds.slice(0, 1)}</ul>
          {grounds.length > 1 ? (
            <details className="rb-why">
              <summary>{t("ground.more", { count: grounds.length - 1 })}</summary>
              <ul>{grounds.slice(1)}</ul>
            </details>
          ) : null}
        </li>
      ) : null}
    </>
  );
}

function PersonButton({
  page,
  ways,
  id,
}: {
  readonly page: Bridge;
  readonly ways: Ways;
  readonly id: RecordId;
}): ReactNode {
  const items = useNodeMenu(page, ways, id);
  const name = nameOf(ways.cast, id);
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          className="rb-person"
          onFocus={() => ways.light({ kind: "node", id })}
          onBlur={() => ways.light(undefined)}
        >
          <bdi className="rb-named">{name}</bdi>
          <Icon name="chevron-down" size="small" />
        </button>
      }
      items={items}
    />
  );
}

/** Whose side somebody is on, and how often he was asked lately. */
function Part(props: {
  readonly page: Bridge;
  readonly ways: Ways;
  readonly person: RelationPerson | undefined;
  readonly id: RecordId;
}): ReactNode {
  const { page, ways, person, id } = props;
  const t = useText();
  const format = useFormat();
  const isTarget = id === ways.answer.value?.target;
  const words = isTarget
    ? (ways.target?.part ?? t("part.target"))
    : person?.teamMember === undefined
      ? t("part.go-between")
      : t(person.teamMember === page.user ? "part.you" : "part.ours");
  return (
    <span className="ss-meta">
      <bdi>{words}</bdi>
      {person?.asked === undefined || person.asked.count === 0
        ? ""
        : ` · ${t("person.asked", { count: person.asked.count, date: format.date(person.asked.last) })}`}
    </span>
  );
}

const ownerName = (people: ReadonlyMap<RecordId, RelationPerson>, member: RecordId): string =>
  [...people.values()].find(({ teamMember }) => teamMember === member)?.name ?? "";

/** The arrow keys go from way to way. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const list = event.currentTarget.closest(".rb-list");
  if (by === 0 || !list) return;
  const rows = [...list.querySelectorAll<HTMLElement>(".rb-way-head")];
  const next = rows[rows.indexOf(event.currentTarget) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
