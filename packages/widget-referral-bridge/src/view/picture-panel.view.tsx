import type { RecordId } from "@sweetspot/contract";
import { Button } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { sayDate } from "../model/period.model.ts";
import { saySource } from "../model/sentence.model.ts";
import { Ground } from "./ground.view.tsx";
import type { Bridge } from "./use-bridge.ts";
import { useNodeMenu } from "./use-node-menu.ts";
import { useSpeech } from "./use-speech.ts";
import { useText } from "./use-text.ts";
import type { Ways } from "./use-ways.ts";

interface Props {
  readonly page: Bridge;
  readonly ways: Ways;
  readonly selected: RecordId | undefined;
}

/** About the chosen person or body below the picture. */
export function PicturePanel({ page, ways, selected }: Props): ReactNode {
  return selected === undefined ? null : <About key={selected} page={page} ways={ways} id={selected} />;
}

function About({ page, ways, id }: Omit<Props, "selected"> & { readonly id: RecordId }): ReactNode {
  const { cast, acquaintances } = ways;
  const t = useText();
  const spoken = useSpeech(cast);
  const items = useNodeMenu(page, ways, id);
  const person = cast.people.get(id);
  const body = cast.bodies.get(id);
  const about = person ?? body;
  const open = acquaintances.opened.get(id);
  if (!about) return null;
  const place = person ? person.city : body?.place;
  return (
    <section className="rb-about" aria-label={about.name} aria-live="polite">
      <p>
        <bdi className="rb-named">{about.name}</bdi>{" "}
        <span className="ss-meta">
          {place === undefined ? null : <bdi>{place}</bdi>}
          {body ? ` · ${t("node.people", { count: body.people })}` : ""}
          {body?.insolvent === undefined
            ? ""
            : ` · ${t("ground.insolvent", { since: sayDate(body.insolvent, spoken) })}`}
        </span>
      </p>
      <p className="ss-meta">
        <bdi>{about.sources.map((source) => saySource(source, spoken)).join(" · ")}</bdi>
      </p>
      <p className="ss-row">
        {items.map((item) =>
          item === "separator" ? null : (
            <Button
              key={item.id}
              size="small"
              disabled={item.disabled === true}
              {...(item.icon === undefined ? {} : { icon: item.icon })}
              onClick={item.onSelect}
            >
              {item.label}
            </Button>
          ),
        )}
      </p>
      {open ? (
        <ul>
          {open.items.map((link) =>
            link.because
              .slice(0, 1)
              .map((ground) => <Ground key={link.to} ground={ground} link={link} spoken={spoken} />),
          )}
        </ul>
      ) : null}
    </section>
  );
}

/** What the signs of the picture mean. */
export function Legend(): ReactNode {
  const t = useText();
  return (
    <ul className="rb-legend ss-meta" aria-label={t("legend.label")}>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <circle cx="7" cy="7" r="6" />
        </svg>
        {t("legend.person")}
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <rect x="1.5" y="1.5" width="11" height="11" rx="2.5" />
        </svg>
        {t("legend.body")}
      </li>
      {(["strong", "weak", "former"] as const).map((kind) => (
        <li key={kind}>
          <svg width="30" height="8" aria-hidden="true">
            <path
              d="M1 4H29"
              strokeWidth={kind === "strong" ? 5 : kind === "weak" ? 1.5 : 3}
              strokeDasharray={kind === "former" ? "5 4" : undefined}
            />
          </svg>
          {t(`legend.${kind}`)}
        </li>
      ))}
      <li>
        <span className="rb-count" aria-hidden="true">
          +4
        </span>
        {t("legend.expand")}
      </li>
    </ul>
  );
}
