import { searchProfile } from "@sweetspot/plan-model";
import {
  type ApplyEdit,
  Button,
  Dialog,
  TextArea,
  TextInput,
  usePlanLabels,
  useToast,
} from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../view/use-text.ts";
import { Facts } from "./facts.view.tsx";
import { changeProfile, type ProfilePatch, removeProfile, toPhrases } from "./partner-edits.model.ts";
import type { ProfileRecord } from "./partners.model.ts";

interface Props {
  readonly profile: ProfileRecord;
  readonly writable: boolean;
  readonly edit: ApplyEdit;
  readonly onClose: () => void;
}

const LIMITS = searchProfile.fields;

/** Whom to look out for, told so that a partner thinks of somebody, with what such people say. */
export function ProfileDialog({ profile, writable, edit, onClose }: Props): ReactNode {
  const t = useText();
  const labels = usePlanLabels();
  const toast = useToast();
  const { id, fields } = profile;
  const label = (name: keyof typeof LIMITS): string => labels.field(searchProfile, name).label;
  const change = (patch: ProfilePatch): void => void edit(changeProfile(id, patch));
  const phrases = (fields.triggerPhrases ?? []).join("\n");
  return (
    <Dialog
      open
      place="side"
      onOpenChange={onClose}
      eyebrow={labels.entity(searchProfile).one}
      title={fields.name}
      {...(writable
        ? {
            footer: (
              <Button
                tone="quiet"
                icon="trash"
                onClick={() => {
                  onClose();
                  if (edit(removeProfile(id))) toast({ text: t("profiles.removed"), undo: true });
                }}
              >
                {t("detail.remove")}
              </Button>
            ),
          }
        : {})}
    >
      {writable ? (
        <div className="rb-part">
          <TextInput
            label={label("name")}
            value={fields.name}
            maxLength={LIMITS.name.max}
            onCommit={(name) => change({ name })}
          />
          <TextArea
            label={label("whom")}
            hint={t("profiles.whom-hint")}
            rows={3}
            value={fields.whom}
            maxLength={LIMITS.whom.max}
            onCommit={(whom) => change({ whom })}
          />
          <TextArea
            label={label("triggerPhrases")}
            hint={t("profiles.phrases-hint")}
            rows={5}
            value={phrases}
            onCommit={(text) => change({ triggerPhrases: toPhrases(text) })}
          />
          <TextArea
            label={label("example")}
            rows={2}
            value={fields.example ?? ""}
            maxLength={LIMITS.example.max}
            onCommit={(example) => change({ example })}
          />
        </div>
      ) : (
        <Facts
          facts={[
            [label("whom"), fields.whom],
            [label("triggerPhrases"), phrases],
            [label("example"), fields.example],
          ]}
        />
      )}
    </Dialog>
  );
}
