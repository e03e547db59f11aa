import { type RecordId, valueOf } from "@sweetspot/contract";
import { Button, Icon, useCrm } from "@sweetspot/widget-kit";
import type { ReactNode } from "react";
import { useText } from "../view/use-text.ts";
import { toMailLink } from "./mail-address.model.ts";
import { useCopyText } from "./use-copy-text.ts";

interface Props {
  readonly text: string;
  readonly target: string;
  /** The contact of the CRM whom the request is for, where he is one. */
  readonly contact?: RecordId | undefined;
}

/** Ways out for a request: the clipboard, or the user's own mail program. Nothing is sent from here. */
export function RequestTools({ text, target, contact }: Props): ReactNode {
  const t = useText();
  const copy = useCopyText();
  const { contacts } = useCrm();
  const address = contacts.find(({ id }) => id === contact)?.email;
  const link = toMailLink(valueOf(address) ?? "", t("request.subject", { target }), text);
  if (text.trim() === "") return null;
  return (
    <p className="ss-row">
      <Button size="small" icon="copy" onClick={() => copy(text)}>
        {t("request.copy")}
      </Button>
      {link === undefined ? (
        <span className="ss-meta">{t("request.too-long")}</span>
      ) : (
        <a className="ss-button ss-button-small" href={link}>
          <Icon name="mail" size="small" />
          {t("request.mail")}
        </a>
      )}
    </p>
  );
}
