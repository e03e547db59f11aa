import { Icon } from "@sweetspot/widget-kit/page";
import type { ReactNode } from "react";
import { usePage } from "../page/page-context.ts";

/** An import changes the data everybody works with. */
export function AdminsOnly(): ReactNode {
  const { t, members, changeSettings } = usePage();
  return (
    <section className="wb-card ss-screen">
      <span className="ss-screen-mark">
        <Icon name="lock" />
      </span>
      <h2 className="ss-screen-title">{t("import.admins-only")}</h2>
      <p className="ss-screen-text">{t("import.admins-only.text")}</p>
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
