import { toRecordId } from "@sweetspot/contract";
import { introduction, recordsOf, referralPartner } from "@sweetspot/plan-model";
import {
  Button,
  Combobox,
  Dialog,
  Icon,
  newRecordId,
  SegmentedControl,
  TextArea,
  TextInput,
  useHost,
  usePlanLabels,
  useTeamChoices,
  useToast,
} from "@sweetspot/widget-kit";
import { type ReactNode, useState } from "react";
import type { ChosenWay } from "../model/chosen-way.ts";
import { nameOf } from "../model/sentence.model.ts";
import type { Bridge } from "../view/use-bridge.ts";
import { useText } from "../view/use-text.ts";
import { AskingHints } from "./asking-hints.view.tsx";
import { askedOn, beginOn, usualStarter, wantedFor } from "./begin-way.model.ts";
import { chooseWay, startIntroduction } from "./introduction-edits.model.ts";
import { isOver } from "./introduction.model.ts";
import { type Address, draftRequest } from "./request-text.model.ts";
import { RequestTools } from "./request-tools.view.tsx";
import { useIntroductions } from "./use-introductions.ts";
import { LETTER_LANGUAGES, type LetterLanguage, useLetters } from "./use-letters.ts";
import { WayLine } from "./way-line.view.tsx";

const LIMITS = introduction.fields;

interface Props {
  readonly page: Bridge;
  readonly way: ChosenWay;
}

/** Starts an introduction on the way the user chose. */
export function StartDialog({ page, way }: Props): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const { user } = useHost();
  const introductions = useIntroductions();
  const letters = useLetters();
  const wanted = wantedFor(introductions.all, way);
  const [starter, setStarter] = useState(() => usualStarter(way, user.id));
  const [occasion, setOccasion] = useState(wanted?.fields.occasion ?? "");
  const [language, setLanguage] = useState<LetterLanguage>(letters.own);
  const [address, setAddress] = useState<Address>("familiar");
  const [own, setOwn] = useState<string | undefined>(undefined);
  const team = useTeamChoices(starter);
  const { people, links } = way.path;
  const place = askedOn(way, starter);
  const asked = place === undefined ? undefined : people[place];
  const askedName = nameOf(way.cast, asked);
  const contact = asked === undefined ? undefined : way.cast.people.get(asked)?.contact;
  const partner = [...recordsOf(referralPartner, introductions.library.values())].find(
    ({ fields }) =>
      asked !== undefined &&
      (fields.person === asked || (contact !== undefined && fields.contact === contact)),
  );
  const names = people.map((id) => nameOf(way.cast, id));
  const starterName = team.find(({ value }) => value === starter)?.label ?? "";
  const draft = draftRequest(
    { way, from: starter, starter: starterName, occasion, address },
    letters.in(language),
  );
  const request = own ?? draft;
  const isSelf = (id: string): boolean =>
    id === user.id || (asked !== undefined && way.cast.people.get(asked)?.teamMember === id);
  const askFirst = [...new Set(links.flatMap((link) => link.askFirst ?? []))].filter((id) => !isSelf(id));
  const underway = introductions.all.filter(
    (one) => one !== wanted && !isOver(one.fields) && one.fields.target === people.at(-1),
  );
  const start = (): void => {
    const begin = beginOn(way, {
      starter,
      occasion,
      ...(asked === undefined ? {} : { requestText: request, requestLanguage: language }),
      ...(partner ? { partner: partner.id } : {}),
    });
    const begun = startIntroduction(begin, introductions.today, newRecordId);
    const id = wanted?.id ?? begun.id;
    if (!introductions.edit(wanted ? chooseWay(wanted, begin) : begun.edit)) return;
    page.start(undefined);
    page.setTab("introductions");
    page.showIntroduction(id);
    toast({ text: t("start.done"), undo: true });
  };
  return (
    <Dialog
      open
      size="large"
      onOpenChange={() => page.start(undefined)}
      eyebrow={t("start.eyebrow")}
      title={way.target.name}
      footer={
        <Button tone="primary" onClick={start}>
          {t("start.confirm")}
        </Button>
      }
    >
      <WayLine names={names} />
      <ul className="rb-intro-grounds">
        {way.grounds.map((ground) => (
          <li key={ground} dir="auto">
            {ground}
          </li>
        ))}
      </ul>
      <p className="ss-meta">
        {t(asked === undefined ? "start.direct" : "start.candidate", { name: askedName })}
      </p>
      {partner ? <p className="ss-meta">{t("start.partner", { name: partner.fields.name })}</p> : null}
      {askFirst.map((id) => (
        <p key={id} className="rb-notice">
          <Icon name="info" size="small" />
          <span>{t("start.ask-first", { name: introductions.memberName(toRecordId(id)) })}</span>
        </p>
      ))}
      {underway.map(({ id, fields }) => (
        <p key={id} className="rb-notice">
          <Icon name="info" size="small" />
          <span>{t("start.underway", { name: fields.goBetweenName ?? fields.targetName })}</span>
        </p>
      ))}
      <AskingHints
        introductions={introductions}
        goBetween={asked}
        name={askedName}
        counted={asked === undefined ? undefined : way.cast.people.get(asked)?.asked}
      />
      <div className="rb-intro-fields">
        <TextInput
          label={labels.field(introduction, "occasion").label}
          hint={t("start.occasion-hint")}
          value={occasion}
          maxLength={LIMITS.occasion.max}
          onCommit={setOccasion}
          onType={setOccasion}
        />
        <Combobox
          label={labels.field(introduction, "starter").label}
          value={starter}
          options={team}
          onChange={(id) => setStarter(id ?? user.id)}
        />
      </div>
      {asked === undefined ? null : (
        <section className="rb-part">
          <div className="rb-letter-bar">
            <SegmentedControl<LetterLanguage>
              label={labels.field(introduction, "requestLanguage").label}
              size="small"
              value={language}
              options={LETTER_LANGUAGES.map((value) => ({ value, label: letters.nameOf(value) }))}
              onChange={setLanguage}
            />
            <SegmentedControl<Address>
              label={t("start.address")}
              size="small"
              value={address}
              options={[
                { value: "familiar", label: t("start.familiar") },
                { value: "formal", label: t("start.formal") },
              ]}
              onChange={setAddress}
            />
          </div>
          <TextArea
            label={labels.field(introduction, "requestText").label}
            rows={10}
            value={request}
            maxLength={LIMITS.requestText.max}
            onCommit={setOwn}
          />
          {own === undefined || own === draft ? null : (
            <p>
              <Button size="small" tone="quiet" icon="undo" onClick={() => setOwn(undefined)}>
                {t("start.redraft")}
              </Button>
            </p>
          )}
          <RequestTools text={request} target={way.target.name} contact={contact} />
        </section>
      )}
    </Dialog>
  );
}
