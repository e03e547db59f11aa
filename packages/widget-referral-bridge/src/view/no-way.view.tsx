import type { PathsAdvice, RelationPath } from "@sweetspot/contract";
import { Button, Icon } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { countFilters, NO_FILTERS } from "../model/filters.model.ts";
import { nameOf, sayGround } from "../model/sentence.model.ts";
import { Emphasis } from "./emphasis.view.tsx";
import { useSpeech } from "./use-speech.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

/** No way within three introductions is an answer: why, and who would open one. */
export function NoWay({
  ways,
  advice,
}: {
  readonly ways: Ways;
  readonly advice: PathsAdvice | undefined;
}): ReactNode {
  const { target, filters, setFilters } = ways;
  const count = filters.goBetweens + 1;
  const t = useText();
  const name = target?.name ?? "";
  return (
    <div className="rb-no-way">
      <span className="ss-screen-mark">
        <Icon name="bridge" />
      </span>
      <h3 className="ss-screen-title">{t("no-way.title", { name, count })}</h3>
      <p className="ss-screen-text">{t(`no-way.${advice?.reason ?? "too-far"}`, { name, count })}</p>
      {countFilters(filters) > 0 ? (
        <p className="ss-row">
          <Button icon="filter" onClick={() => setFilters(NO_FILTERS)}>
            {t(advice?.withoutFilters ? "no-way.without-filters" : "no-way.all-filters")}
          </Button>
        </p>
      ) : null}
      {advice?.longer ? (
        <section>
          <h4>{t("no-way.longer")}</h4>
          <Opener ways={ways} path={advice.longer} />
        </section>
      ) : null}
      {advice && advice.openers.length > 0 ? (
        <section>
          <h4>{t("no-way.openers")}</h4>
          <ol className="rb-openers">
            {advice.openers.map((path) => (
              <li key={path.people.join()}>
                <Opener ways={ways} path={path} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}

/** A way in one line a link. */
function Opener({ ways, path }: { readonly ways: Ways; readonly path: RelationPath }): ReactNode {
  const spoken = useSpeech(ways.cast);
  const names = path.people.map((id) => nameOf(ways.cast, id));
  return (
    <>
      <p className="rb-route">
        {names.map((name, index) => (
          <span key={path.people[index]}>
            {index === 0 ? null : <span aria-hidden="true">→ </span>}
            <bdi className="rb-named">{name}</bdi>{" "}
          </span>
        ))}
      </p>
      {path.links.map((link) => (
        <p key={link.to} className="ss-meta">
          <Emphasis
            text={link.because[0] ? `${sayGround(link.because[0], link, spoken)}.` : ""}
            names={names}
          />
        </p>
      ))}
    </>
  );
}
