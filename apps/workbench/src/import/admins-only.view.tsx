import { Icon } from "@sweetspot/widget-kit/page";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";

export interface AdminsOnlyProps {
  /** Why; by default that an import changes the data everybody works with. */
  readonly words?: { readonly title: string; readonly text: string };
}

/** What reps may not do, and the way to go on as an admin. */
export function AdminsOnly({ words }: AdminsOnlyProps): ReactNode {
  const { t, members, changeSettings } = usePage();
  const { title, text } = words ?? { title: t("import.admins-only"), text: t("import.admins-only.text") };
  return (
    <section className="wb-card ss-screen">
      <span className="ss-screen-mark">
        <Icon name="lock" />
      </span>
      <h2 className="ss-screen-title">{title}</h2>
      <p className="ss-screen-text">{text}</p>
      <div className="ss-row">
        {members
          .filter((member) => member.role === "admin")
          .map((member) => (
            <button
              key={member.id}
              type="button"
              className="ss-button ss-button-primary"
              onClick={() => changeSettings({ member: member.id })}
            >
              {t("import.go-on-as", { name: member.name })}
            </button>
          ))}
      </div>
    </section>
  );
}
