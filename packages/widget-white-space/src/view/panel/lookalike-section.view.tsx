import type { Lookalike, LookalikeAnswer, LookalikeSuggestion, Money } from "@sweetspot/contract";
import { Button, Chip, useFormat, useSurface, useToast } from "@sweetspot/widget-kit";
import { dismissalOf, lookalikeFor, lookalikeStateOf } from "@sweetspot/white-space-plan";
import { type ReactNode, useState } from "react";
import { changeAssessment } from "../../edits/cell-edits.model.ts";
import { acceptLookalike, reconsiderLookalike } from "../../edits/lookalike-edits.model.ts";
import { spendOfArea } from "../../lookalikes/similar-marks.model.ts";
import { useText } from "../use-text.ts";
import { useOpenedCell } from "./cell-context.ts";
import { DismissLookalike } from "./dismiss-lookalike.view.tsx";

/** Customers named before "show all". */
const FIRST = 5;

/** What the customers most similar to this one buy: who they are, why they are alike, how sure it is. */
export function LookalikeSection(): ReactNode {
  const { workspace, cell } = useOpenedCell();
  const { lookalikes } = workspace;
  const t = useText();
  if (cell.level !== "none") return null;
  switch (lookalikes.state) {
    default:
      return <p className="ws-section ss-meta">{t("similar.absent")}</p>;
    case "reading":
      return <p className="ws-section ss-meta">{t("similar.reading")}</p>;
    case "failed":
      return (
        <p className="ws-section ws-actions ss-meta">
          {t("similar.failed")}
          <Button size="small" icon="retry" onClick={lookalikes.retry}>
            {t("similar.retry")}
          </Button>
        </p>
      );
    case "ready": {
      const { answer } = lookalikes;
      const suggestion = lookalikeFor(answer, cell);
      return suggestion ? <Suggested answer={answer} suggestion={suggestion} /> : null;
    }
  }
}

interface SuggestedProps {
  readonly answer: LookalikeAnswer;
  readonly suggestion: LookalikeSuggestion;
}

function Suggested({ answer, suggestion }: SuggestedProps): ReactNode {
  const { workspace, text, cell, ref } = useOpenedCell();
  const { model, plan, edit, eyes, writable, dispatch } = workspace;
  const t = useText();
  const format = useFormat();
  const toast = useToast();
  const [refusing, setRefusing] = useState(false);
  const state = lookalikeStateOf(plan, cell);
  const { typicalSpend, confidence, pattern, buyers, of } = suggestion;
  const possible = model.grid.coverage({ offering: cell.offering.id }).possible;
  const spend: Money | undefined = typicalSpend && {
    amount: spendOfArea(typicalSpend.amount, possible),
    currency: typicalSpend.currency,
  };
  const accept = (): void => {
    const words = t("similar.step", { offering: text.name(cell.offering) });
    edit(acceptLookalike(plan.cells, ref, { text: words, owner: eyes.user, potential: spend }));
    toast({ text: t("similar.accepted"), undo: true });
    dispatch({ kind: "opened", cell: { area: cell.area.id, offering: cell.offering.id }, intent: "plan" });
  };
  return (
    <section className="ws-section" data-tone={state === "dismissed" ? undefined : "similar"}>
      <h4 className="ws-section-title">
        <span className="ws-mark" data-similar aria-hidden="true">
          {text.similar(suggestion)}
        </span>
        {t("similar.title", { buyers, of })}
      </h4>
      {state === "dismissed" ? (
        <Dismissed />
      ) : (
        <>
          <Who answer={answer} suggestion={suggestion} />
          <p className="ws-actions ws-also">
            <Chip tone={confidence === "high" ? "good" : confidence === "low" ? "warn" : "plain"}>
              {t(`similar.confidence.${confidence}`)}
            </Chip>
            {pattern ? <Chip icon="clock">{t(`similar.pattern.${pattern}`)}</Chip> : null}
          </p>
          {typicalSpend && spend ? (
            <p className="ws-also">
              {t("similar.spend", {
                money: `≈ ${format.compactMoney(typicalSpend)}`,
                areas: possible,
                share: `≈ ${format.compactMoney(spend)}`,
              })}
            </p>
          ) : null}
          <Gaps answer={answer} />
          {writable && refusing ? (
            <DismissLookalike onDone={() => setRefusing(false)} />
          ) : writable ? (
            <p className="ws-actions">
              {state === "open" ? (
                <Button size="small" onClick={accept}>
                  {t("suggestion.plan")}
                </Button>
              ) : null}
              <Button size="small" tone="quiet" onClick={() => setRefusing(true)}>
                {t("suggestion.decline")}
              </Button>
            </p>
          ) : null}
        </>
      )}
    </section>
  );
}

/** The buyers this user may see, most similar first, and how many there are besides. */
function Who({ answer, suggestion }: SuggestedProps): ReactNode {
  const t = useText();
  const [all, setAll] = useState(false);
  const byAccount = new Map(
    answer.similar.flatMap((one) => (one.account === undefined ? [] : [[one.account, one] as const])),
  );
  const named = suggestion.named.flatMap((account) => byAccount.get(account) ?? []);
  const unseen = suggestion.buyers - suggestion.named.length;
  return (
    <>
      <ul className="ws-similar">
        {named.slice(0, all ? named.length : FIRST).map((customer) => (
          <Customer key={customer.account} customer={customer} />
        ))}
      </ul>
      {named.length > FIRST && !all ? (
        <Button size="small" tone="quiet" onClick={() => setAll(true)}>
          {t("lists.all", { count: named.length })}
        </Button>
      ) : null}
      {unseen > 0 ? <p className="ss-meta">{t("similar.unseen", { count: unseen })}</p> : null}
    </>
  );
}

function Customer({ customer }: { readonly customer: Lookalike }): ReactNode {
  const { workspace, text } = useOpenedCell();
  const t = useText();
  const format = useFormat();
  const { navigate } = useSurface();
  const { account, name, traits, sharedOfferings, similarity } = customer;
  const shared = sharedOfferings.flatMap((id) => {
    const node = workspace.model.offerings.nodes.find((one) => one.record === id && !one.own);
    return node ? [text.name(node)] : [];
  });
  const alike = [
    ...traits.map((trait) => trait.value),
    ...(shared.length > 0
      ? [
          t("similar.shared", {
            offerings: shared.slice(0, 3).join(", "),
            more: Math.max(0, shared.length - 3),
          }),
        ]
      : []),
  ];
  return (
    <li>
      <span className="ws-similar-name">
        {navigate && account !== undefined ? (
          <button
            type="button"
            className="ss-link"
            onClick={() => navigate({ type: "account", id: account })}
          >
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi>{name}</bdi>
        )}
        {alike.length > 0 ? <span className="ss-meta">{alike.join(" · ")}</span> : null}
      </span>
      <span className="ws-why-count">{t("similar.alike", { share: format.percent(similarity) })}</span>
    </li>
  );
}

function Gaps({ answer }: { readonly answer: LookalikeAnswer }): ReactNode {
  const t = useText();
  const format = useFormat();
  const told = answer.gaps.filter((gap) => gap !== "names-withheld");
  return (
    <p className="ss-meta ws-also">
      {[
        ...told.map((gap) => t(`similar.gap.${gap}`)),
        t("similar.basis", {
          customers: format.number(answer.basis.customers),
          date: format.date(answer.basis.asOf),
        }),
      ].join(" ")}
    </p>
  );
}

/** Who turned it down is in the plan's history; why stands here, for whoever comes next. */
function Dismissed(): ReactNode {
  const { workspace, cell, ref } = useOpenedCell();
  const { plan, edit, writable } = workspace;
  const t = useText();
  const dismissal = dismissalOf(plan, ref);
  const { reason = "other", note, area } = dismissal?.fields ?? {};
  const words = [
    ...(dismissal
      ? [t(area === undefined ? "similar.dismissed-everywhere" : "similar.dismissed-here")]
      : [t("suggestion.declined")]),
    ...(dismissal ? [t(`dismissal.${reason}`)] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return (
    <p className="ws-actions">
      {words.join(" · ")}
      <Button
        size="small"
        disabled={!writable}
        onClick={() =>
          edit(
            dismissal
              ? reconsiderLookalike(dismissal.id)
              : changeAssessment(
                  plan.cells,
                  { area: cell.area.record, offering: ref.offering },
                  { makesSense: null },
                ),
          )
        }
      >
        {t("suggestion.reconsider")}
      </Button>
    </p>
  );
}
