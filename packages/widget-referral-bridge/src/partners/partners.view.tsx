import { type RecordId, toRecordId } from "@sweetspot/contract";
import { referralPartner } from "@sweetspot/plan-model";
import {
  Button,
  Chip,
  Face,
  Icon,
  newRecordId,
  TextInput,
  useCrm,
  useFormat,
  useHost,
  usePlanEdit,
  usePlanLabels,
  usePlanPart,
  useToday,
} from "@sweetspot/widget-kit";
import { type ReactNode, useMemo, useState } from "react";
import { useIntroductions } from "../introductions/use-introductions.ts";
import type { Bridge } from "../view/use-bridge.ts";
import { useText } from "../view/use-text.ts";
import { addPartner, addProfile } from "./partner-edits.model.ts";
import { PartnerDialog } from "./partner-dialog.view.tsx";
import { type Partner, PARTNERS, type ProfileRecord, PROFILES, readNetwork } from "./partners.model.ts";
import { ProfileDialog } from "./profile-dialog.view.tsx";

/** Who recommends us, and whom they look out for: the same for all customers, kept by admins, read by everybody. */
export function PartnersTab({ page }: { readonly page: Bridge }): ReactNode {
  const library = usePlanPart((view) => view.library);
  const writable = usePlanPart((view) => view.writable.library);
  const edit = usePlanEdit();
  const today = useToday();
  const { user } = useHost();
  const t = useText();
  const [opened, open] = useState<RecordId | undefined>(undefined);
  const network = useMemo(() => readNetwork(library.values(), today), [library, today]);
  const { partners, profiles } = network;
  const { all } = useIntroductions();
  const owedTo = (id: RecordId): number =>
    all.filter(({ next, fields }) => next === "give-feedback" && fields.partner === id).length;
  const partner = partners.find(({ record }) => record.id === opened);
  const profile = profiles.find(({ id }) => id === opened);
  const add = (
    added: { readonly id: RecordId; readonly edit: Parameters<typeof edit>[0] } | undefined,
  ): void => {
    if (added && edit(added.edit)) open(added.id);
  };
  if (partners.length === 0 && profiles.length === 0 && !writable)
    return (
      <div className="rb-intro-empty">
        <h3>{t("partners.empty-title")}</h3>
        <p>{t("partners.empty-read-only")}</p>
      </div>
    );
  return (
    <div className="rb-partners">
      <section>
        <h3>{t("partners.title", { count: partners.length })}</h3>
        <Hint number={network.number} few="partners.few" many="partners.many" {...PARTNERS} />
        <ul>
          {partners.map((one) => (
            <PartnerRow key={one.record.id} partner={one} owed={owedTo(one.record.id)} onOpen={open} />
          ))}
        </ul>
        {writable ? (
          <AddLine label={t("partners.add")} onAdd={(name) => add(addPartner(name, user.id, newRecordId))} />
        ) : null}
      </section>
      <section>
        <h3>{t("profiles.title", { count: profiles.length })}</h3>
        <Hint number={network.profileNumber} few="profiles.few" many="profiles.many" {...PROFILES} />
        <ul>
          {profiles.map((one) => (
            <ProfileRow key={one.id} profile={one} onOpen={open} />
          ))}
        </ul>
        {writable ? (
          <AddLine label={t("profiles.add")} onAdd={(name) => add(addProfile(name, newRecordId))} />
        ) : null}
      </section>
      {partner ? (
        <PartnerDialog
          page={page}
          partner={partner}
          profiles={profiles}
          writable={writable}
          edit={edit}
          onClose={() => open(undefined)}
        />
      ) : null}
      {profile ? (
        <ProfileDialog profile={profile} writable={writable} edit={edit} onClose={() => open(undefined)} />
      ) : null}
    </div>
  );
}

interface HintProps {
  readonly number: "few" | "right" | "many";
  readonly few: "partners.few" | "profiles.few";
  readonly many: "partners.many" | "profiles.many";
  readonly least: number;
  readonly most: number;
}

/** A number that works, said gently: nothing is refused. */
function Hint({ number, few, many, least, most }: HintProps): ReactNode {
  const t = useText();
  if (number === "right") return null;
  return (
    <p className="ss-meta rb-intro-number">
      <Icon name="info" size="small" />
      {t(number === "few" ? few : many, { least, most })}
    </p>
  );
}

function AddLine({
  label,
  onAdd,
}: {
  readonly label: string;
  readonly onAdd: (name: string) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const add = (): void => {
    if (name.trim() === "") return;
    onAdd(name);
    setName("");
  };
  return (
    <form
      className="rb-intro-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput label={label} hideLabel value={name} onCommit={setName} onType={setName} />
      <Button icon="plus" disabled={name.trim() === ""} onClick={add}>
        {label}
      </Button>
    </form>
  );
}

interface PartnerRowProps {
  readonly partner: Partner;
  /** Introductions of this customer he has not heard the end of. */
  readonly owed: number;
  readonly onOpen: (id: RecordId) => void;
}

function PartnerRow({ partner, owed, onOpen }: PartnerRowProps): ReactNode {
  const { record, status, profiles, quiet } = partner;
  const t = useText();
  const labels = usePlanLabels();
  const format = useFormat();
  const { teamMembers } = useCrm();
  const { fields } = record;
  const owner = teamMembers.find(({ id }) => id === fields.owner)?.name;
  return (
    <li>
      <button type="button" className="rb-introduction" onClick={() => onOpen(toRecordId(record.id))}>
        <span className="rb-intro-who">
          <Face name={fields.name} side="customer" size="large" />
          <span className="rb-intro-names">
            <bdi className="rb-intro-name">{fields.name}</bdi>
            {fields.multiplies === undefined ? null : <bdi className="ss-meta">{fields.multiplies}</bdi>}
          </span>
        </span>
        <span className="rb-intro-next">{profiles.map((profile) => profile.fields.name).join(" · ")}</span>
        <span className="ss-meta">
          {[owner, fields.lastContact && format.date(fields.lastContact)].filter(Boolean).join(" · ")}
        </span>
        <span className="rb-intro-marks">
          <Chip tone={status === "active" ? "good" : "plain"}>
            {labels.choice(referralPartner, "status", status)}
          </Chip>
          {owed > 0 ? <Chip tone="warn">{t("partners.owed", { count: owed })}</Chip> : null}
          {quiet ? (
            <Chip tone="warn" icon="clock">
              {t("partners.quiet")}
            </Chip>
          ) : null}
        </span>
      </button>
    </li>
  );
}

interface ProfileRowProps {
  readonly profile: ProfileRecord;
  readonly onOpen: (id: RecordId) => void;
}

function ProfileRow({ profile, onOpen }: ProfileRowProps): ReactNode {
  const { fields } = profile;
  return (
    <li>
      <button type="button" className="rb-profile" onClick={() => onOpen(profile.id)}>
        <bdi className="rb-intro-name">{fields.name}</bdi>
        {fields.whom === fields.name ? null : <bdi className="rb-intro-next">{fields.whom}</bdi>}
        {(fields.triggerPhrases ?? []).slice(0, 3).map((phrase) => (
          <q key={phrase} className="ss-meta" dir="auto">
            {phrase}
          </q>
        ))}
      </button>
    </li>
  );
}
