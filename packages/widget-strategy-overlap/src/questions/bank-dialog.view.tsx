import type { IsoDate, RecordId } from "@sweetspot/contract";
import { askQuestions, type BankQuestion, type Cell, QUESTION_BANK } from "@sweetspot/strategy-overlap";
import {
  Button,
  Checkbox,
  Chip,
  DateInput,
  Dialog,
  newRecordId,
  type Person,
  PersonPicker,
  SearchInput,
  Select,
  TextInput,
  useHost,
  useTeamChoices,
  useToast,
} from "@sweetspot/widget-kit";
import { knowledgeGap } from "@sweetspot/plan-model";
import { type ReactNode, useState } from "react";
import { toMember, withPeople } from "../people/person-edits.model.ts";
import type { MemberRecord } from "../workspace/board-reading.model.ts";
import { useText } from "../workspace/use-text.ts";
import type { Workspace } from "../workspace/use-workspace.ts";
import { invitesPersonal, type OfferedQuestion, offerQuestions } from "./bank.model.ts";
import { addGap } from "./gap-edits.model.ts";

export interface BankDialogProps {
  readonly workspace: Workspace;
  /** The cell to ask about; undefined closes the dialog. */
  readonly cell: Cell | undefined;
  /** The person the level is about, where one is in view. */
  readonly member?: RecordId | undefined;
  readonly onClose: () => void;
}

/** Questions to pick for the next talk: thirteen about strategy, ten about the person, or words of one's own. */
export function BankDialog({ workspace, cell, member, onClose }: BankDialogProps): ReactNode {
  return cell === undefined ? null : (
    <Bank
      key={`${cell.level} ${cell.side} ${cell.kind}`}
      workspace={workspace}
      cell={cell}
      member={member}
      onClose={onClose}
    />
  );
}

function Bank({ workspace, cell, member, onClose }: BankDialogProps & { readonly cell: Cell }): ReactNode {
  const { reading, language, edit } = workspace;
  const t = useText();
  const toast = useToast();
  const { user } = useHost();
  const [level, setLevel] = useState(cell.level);
  const [person, setPerson] = useState<Person | undefined>(() => toPerson(reading.member(member)));
  const [owner, setOwner] = useState<RecordId>(user.id);
  const [due, setDue] = useState<IsoDate>();
  const [search, setSearch] = useState("");
  const [own, setOwn] = useState("");
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const people = useTeamChoices(owner);
  const offered = offerQuestions(reading.gaps, { level, member: idOf(person) }, language, search);
  const chosen = QUESTION_BANK.filter(({ key }) => picked.has(key));
  const count = chosen.length + (own.trim() === "" ? 0 : 1);
  const toggle = ({ key }: BankQuestion, on: boolean): void =>
    setPicked(new Set(on ? [...picked, key] : [...picked].filter((one) => one !== key)));
  const ask = (): void => {
    const errand = { owner, ...(due === undefined ? {} : { due }) };
    const picked = toMember(person, newRecordId);
    const about = picked.member === undefined ? {} : { member: picked.member };
    const where = { ...cell, level, ...about };
    const bank =
      chosen.length === 0 ? undefined : askQuestions(chosen, { ...where, ...errand }, language, newRecordId);
    const mine = addGap(where, own, errand, newRecordId);
    const puts = [...(bank?.puts ?? []), ...(mine?.puts ?? [])];
    const name = bank?.name ?? "gap-added";
    if (puts.length > 0 && edit(withPeople({ name, scope: "plan", puts, removes: [] }, picked)))
      toast({ text: t("questions.asked", { count: puts.length }), undo: true });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="large"
      title={t("questions.bank-title")}
      footer={
        <>
          <Button onClick={onClose}>{t("questions.later")}</Button>
          <Button tone="primary" disabled={count === 0} onClick={ask}>
            {t("questions.ask", { count })}
          </Button>
        </>
      }
    >
      <p className="ss-dialog-text">{t("questions.bank-text")}</p>
      <div className="so-panel-pair">
        <Select<RecordId>
          label={t("questions.level")}
          value={level}
          options={reading.board.levels.map(({ id, fields }) => ({ value: id, label: fields.name }))}
          onChange={setLevel}
        />
        <PersonPicker
          label={t("questions.whom")}
          placeholder={t("questions.whom-open")}
          value={idOf(person)}
          placeholders={false}
          onChange={setPerson}
        />
        <Select<RecordId> label={t("questions.owner")} value={owner} options={people} onChange={setOwner} />
        <DateInput label={t("questions.due")} value={due} onCommit={(day) => setDue(day ?? undefined)} />
      </div>
      <TextInput
        label={t("questions.own")}
        placeholder={t("questions.own-example")}
        value={own}
        onType={setOwn}
        onCommit={setOwn}
        maxLength={knowledgeGap.fields.question.max}
      />
      <SearchInput label={t("questions.bank-search")} value={search} onChange={setSearch} />
      <fieldset className="so-ask-bank">
        <legend className="ss-label">{t("questions.bank-strategy")}</legend>
        {offered.strategy.map((one) => (
          <Offered key={one.question.key} offered={one} picked={picked} onToggle={toggle} />
        ))}
      </fieldset>
      {/* Folded away on other levels; the search finds them everywhere. */}
      <PersonalQuestions
        key={level}
        open={invitesPersonal(reading.board.level(level)) || search !== ""}
        offered={offered.personal}
        picked={picked}
        onToggle={toggle}
      />
    </Dialog>
  );
}

/** Somebody still unknown is not offered here: he would have no id until the question is asked. */
const idOf = (person: Person | undefined): RecordId | undefined =>
  person?.kind === "member" ? person.member : person?.kind === "contact" ? person.contact : undefined;

const toPerson = (member: MemberRecord | undefined): Person | undefined =>
  member && { kind: "member", member: member.id, name: member.fields.name, left: false };

interface OfferedProps {
  readonly offered: OfferedQuestion;
  readonly picked: ReadonlySet<string>;
  readonly onToggle: (question: BankQuestion, on: boolean) => void;
}

function Offered({ offered: { question, text, state }, picked, onToggle }: OfferedProps): ReactNode {
  const t = useText();
  return (
    <Checkbox
      label={text}
      checked={picked.has(question.key)}
      onChange={(on) => onToggle(question, on)}
      {...(state === "new" ? {} : { hint: t(`questions.state.${state}`) })}
    />
  );
}

interface PersonalProps extends Omit<OfferedProps, "offered"> {
  readonly open: boolean;
  readonly offered: readonly OfferedQuestion[];
}

/** Asked on the phone or in a round, these would embarrass: they are marked, and never mixed with the others. */
function PersonalQuestions({ open, offered, picked, onToggle }: PersonalProps): ReactNode {
  const t = useText();
  const [shown, setShown] = useState(false);
  if (offered.length === 0) return null;
  if (!open && !shown)
    return (
      <Button tone="quiet" icon="person" aria-expanded={false} onClick={() => setShown(true)}>
        {t("questions.bank-personal-show", { count: offered.length })}
      </Button>
    );
  return (
    <fieldset className="so-ask-bank so-ask-personal">
      <legend className="ss-label">
        {t("questions.bank-personal")} <Chip icon="lock">{t("questions.one-to-one")}</Chip>
      </legend>
      <p className="ss-meta">{t("questions.one-to-one-why")}</p>
      {offered.map((one) => (
        <Offered key={one.question.key} offered={one} picked={picked} onToggle={onToggle} />
      ))}
    </fieldset>
  );
}
