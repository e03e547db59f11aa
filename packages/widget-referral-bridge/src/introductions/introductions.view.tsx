import { SearchInput } from "@sweetspot/widget-kit";
import { foldText } from "@sweetspot/contract";
import { type ReactNode, useState } from "react";
import type { Bridge } from "../view/use-bridge.ts";
import { useText } from "../view/use-text.ts";
import { IntroductionDetail } from "./introduction-detail.view.tsx";
import { IntroductionRow } from "./introduction-row.view.tsx";
import type { Introduction } from "./introduction.model.ts";
import { type Introductions, useIntroductions } from "./use-introductions.ts";

/** From the first thought to the outcome, as a board has its columns. */
const GROUPS = ["candidate", "asked", "agreed", "target-agreed", "made", "feedback", "over"] as const;
type Group = (typeof GROUPS)[number];

const groupOf = ({ state, next }: Introduction): Group => {
  if (next === undefined) return "over";
  return state === "closed" || state === "not-usable" ? "feedback" : state;
};

/** From so many on there is something to search in. */
const MANY = 8;

/** All introductions of the account by how far they are, each with its next step. */
export function IntroductionsTab({ page }: { readonly page: Bridge }): ReactNode {
  const introductions = useIntroductions();
  const t = useText();
  const [search, setSearch] = useState("");
  const { all } = introductions;
  const shown = all.find(({ id }) => id === page.introduction);
  if (all.length === 0) return <Nothing page={page} />;
  const found = all.filter((one) => isFound(one, search));
  return (
    <div className="rb-introductions">
      {all.length < MANY ? null : (
        <SearchInput
          label={t("introductions.search")}
          value={search}
          onChange={setSearch}
          found={search === "" ? undefined : t("introductions.found", { count: found.length })}
        />
      )}
      <Due introductions={introductions} />
      <div className="rb-intro-board">
        {GROUPS.map((group) => ({ group, members: found.filter((one) => groupOf(one) === group) }))
          .filter(({ members }) => members.length > 0)
          .map(({ group, members }) => (
            <section key={group} className="rb-intro-group">
              <h3>{t(`group.${group}`, { count: members.length })}</h3>
              <ul>
                {members.map((one) => (
                  <IntroductionRow
                    key={one.id}
                    introduction={one}
                    starter={introductions.memberName(one.fields.starter)}
                    onOpen={page.showIntroduction}
                  />
                ))}
              </ul>
            </section>
          ))}
      </div>
      {shown ? <IntroductionDetail page={page} introductions={introductions} introduction={shown} /> : null}
    </div>
  );
}

function Due({ introductions: { all } }: { readonly introductions: Introductions }): ReactNode {
  const t = useText();
  const late = all.filter(({ overdue }) => overdue).length;
  return late === 0 ? null : (
    <p className="rb-notice rb-intro-due">{t("introductions.overdue", { count: late })}</p>
  );
}

function Nothing({ page }: { readonly page: Bridge }): ReactNode {
  const t = useText();
  return (
    <div className="rb-intro-empty">
      <h3>{t("introductions.empty-title")}</h3>
      <p>{t(page.writable ? "introductions.empty" : "introductions.empty-read-only")}</p>
      <p className="ss-meta">{t("introductions.why")}</p>
    </div>
  );
}

const isFound = ({ fields }: Introduction, search: string): boolean => {
  const wanted = foldText(search).trim();
  const words = [fields.targetName, fields.goBetweenName, fields.occasion, ...(fields.wayNames ?? [])];
  return wanted === "" || foldText(words.filter(Boolean).join(" ")).includes(wanted);
};
