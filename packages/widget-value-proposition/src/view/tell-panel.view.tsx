import {
  Button,
  copyRichText,
  escapeHtml,
  Icon,
  SegmentedControl,
  useCrm,
  useSurface,
  useT,
  useToast,
} from "@sweetspot/widget-kit";
import { valueOf } from "@sweetspot/contract";
import { type Part, TEXT_LANGUAGES, type TextLanguage, toNarrative } from "@sweetspot/strategy-overlap";
import { memo, type ReactNode } from "react";
import { audienceName } from "../model/audience.model.ts";
import { speakingTime, toHtml, toMailAddress, toStory, toText } from "../model/leaving.model.ts";
import { mayLeave, proofsOf } from "../model/proofs.model.ts";
import { type StoryWords, toStretches } from "../model/words.model.ts";
import type { OpenProposition } from "./opened.model.ts";
import { usePartName } from "./use-part-name.ts";
import { type Typing, useTyped } from "./typing.ts";
import { useText } from "./use-text.ts";
import type { Workspace } from "./use-workspace.ts";

interface TellPanelProps {
  readonly workspace: Workspace;
  readonly opened: OpenProposition;
  readonly typing: Typing;
  readonly frames: TextLanguage;
  /** The language they are written in. */
  readonly written: TextLanguage;
  readonly words: StoryWords;
}

/** Longer stories may scroll. */
const LONG = 400;

/** How it sounds, in one go, in the frames of three languages; and the ways it leaves the page. */
export const TellPanel = memo(function TellPanel(props: TellPanelProps): ReactNode {
  const { workspace, opened, typing, frames, written, words } = props;
  const { dispatch, story } = workspace;
  const t = useText();
  const nameOf = usePartName();
  const typed = useTyped(typing);
  const { fields } = opened.proposition;
  const parts = typed ? { ...fields, [typed.part]: typed.text } : fields;
  const narrative = toNarrative(parts, frames);
  const { words: count, seconds } = speakingTime(narrative.text);
  return (
    <section className="vp-tell" aria-label={t("tell.title")}>
      <header className="vp-row">
        <h3>{t("tell.title")}</h3>
        <span className="vp-push">
          <SegmentedControl
            size="small"
            label={t("tell.frames")}
            value={frames}
            options={TEXT_LANGUAGES.map((value) => ({ value, label: value.toUpperCase() }))}
            onChange={(language) => dispatch({ kind: "frames-chosen", language })}
          />
        </span>
      </header>
      <p className="ss-meta" dir="auto">
        {t("tell.to", { audience: audienceName(story, opened.group.audience) || t("audience.gone") })}
      </p>
      {/* A long story scrolls, so the keyboard must reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="vp-story" lang={frames} tabIndex={narrative.text.length > LONG ? 0 : undefined}>
        {narrative.text === "" ? (
          <p className="vp-story-empty">{t("tell.empty")}</p>
        ) : (
          <p dir="auto">
            {narrative.parts.map(({ part, text }, index) =>
              text === "" ? (
                <span key={part} className="vp-story-gap">
                  <sup aria-hidden="true">{index + 1}</sup>
                  {t("tell.missing", { part: nameOf(part) })}{" "}
                </span>
              ) : (
                <bdi key={part}>
                  <sup aria-hidden="true">{index + 1}</sup>
                  <Marked text={text} own={words[part].own.map(({ found }) => found)} />{" "}
                </bdi>
              ),
            )}
          </p>
        )}
        {narrative.text === "" ? null : (
          <p className="ss-meta ss-number">{t("tell.length", { count, seconds })}</p>
        )}
      </div>
      {frames === written ? null : (
        <p className="ss-meta">{t("tell.as-written", { language: t(`language.${written}`) })}</p>
      )}
      <Leaving {...props} parts={parts} />
    </section>
  );
});

/** A text with the customer's own words marked, wherever they stand. */
function Marked({ text, own }: { readonly text: string; readonly own: readonly string[] }): ReactNode {
  const composed = text.normalize("NFC");
  let from = 0;
  const places = own.flatMap((found) => {
    const start = composed.indexOf(found, from);
    if (start < 0) return [];
    from = start + found.length;
    return [{ start, end: from, found, from: "" }];
  });
  return toStretches(composed, places).map((stretch, index) =>
    stretch.own ? (
      // Stretches have no name but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className="vp-own">
        {stretch.text}
      </mark>
    ) : (
      stretch.text
    ),
  );
}

interface LeavingProps extends TellPanelProps {
  /** As they are typed this moment. */
  readonly parts: Readonly<Partial<Record<Part, string>>>;
}

function Leaving({ workspace, opened, parts, frames }: LeavingProps): ReactNode {
  const { story, today, dispatch } = workspace;
  const { group, proposition } = opened;
  const t = useText();
  const kit = useT();
  const toast = useToast();
  const surface = useSurface();
  const { contacts } = useCrm();
  const chosen = proofsOf(story, proposition);
  const proofs = chosen.filter((kept) => mayLeave(kept, today));
  const told = toStory(proposition.fields.name, parts, proofs, frames);
  if (told.narrative === "") return null;
  const member = group.audience.kind === "member" ? group.audience.member : undefined;
  const contact = story.members.find(({ id }) => id === member)?.fields.contact;
  const address = valueOf(contacts.find(({ id }) => id === contact)?.email);
  const mail = toMailAddress(told, address);
  const copy = (text: string): void => {
    copyRichText({ text, html: toHtml(told, escapeHtml) }, surface).then(
      () => toast({ text: t("tell.copied") }),
      () => toast({ tone: "bad", text: kit("kit.export.refused") }),
    );
  };
  return (
    <>
      <div className="vp-row">
        <Button icon="copy" onClick={() => copy(toText(told))}>
          {t("tell.copy")}
        </Button>
        {mail === undefined || globalThis.origin === "null" ? (
          <Button icon="mail" onClick={() => copy(`${told.title}\n\n${toText(told)}`)}>
            {t("tell.copy-mail")}
          </Button>
        ) : (
          <a className="ss-button vp-mail" href={mail} target="_blank" rel="noopener noreferrer">
            <Icon name="mail" />
            {t("tell.mail")}
          </a>
        )}
        <Button
          tone="quiet"
          icon="print"
          onClick={() => dispatch({ kind: "dialog-opened", dialog: "sheet" })}
        >
          {t("tell.page")}
        </Button>
      </div>
      {chosen.length > proofs.length ? (
        <p className="vp-hint">
          <Icon name="eye-off" size="small" />
          {t("tell.left-out", { count: chosen.length - proofs.length })}
        </p>
      ) : null}
    </>
  );
}
