import type { TeamMember } from "@sweetspot/contract";
import { Face, Icon, LANGUAGES } from "@sweetspot/widget-kit/page";
import { type ReactNode, useId } from "react";
import { usePage } from "../page/page-context.ts";
import { SKINS, THEMES } from "../page/settings.ts";
import { ChoiceGroup } from "./choice-group.view.tsx";

/** Who am I, and how does the page look: everything that is only about the person in front of it. */
export function MeMenu({ member }: { readonly member: TeamMember | undefined }): ReactNode {
  const { t, settings, changeSettings, members } = usePage();
  const id = useId();
  return (
    <div className="wb-me">
      <button type="button" className="wb-me-button" popoverTarget={id}>
        <span aria-hidden="true" className="wb-face">
          {member ? (
            <span aria-hidden="true" className="wb-face">
              <Face name={member.name} side="provider" size="large" />
            </span>
          ) : (
            <Icon name="person" />
          )}
        </span>
        <span className="wb-me-name">{member?.name}</span>
        <span className="ss-hidden">{t("me.open")}</span>
        <Icon name="chevron-down" size="small" />
      </button>
      <section id={id} popover="auto" className="wb-me-panel" aria-label={t("me.title")}>
        {members.length > 0 ? (
          <fieldset className="wb-people">
            <legend className="ss-label">{t("me.who")}</legend>
            {members.map((one) => (
              <label key={one.id} className="wb-person">
                <input
                  type="radio"
                  name={`${id}-who`}
                  checked={one.id === member?.id}
                  onChange={() => changeSettings({ member: one.id })}
                />
                <span aria-hidden="true" className="wb-face">
                  <Face name={one.name} side="provider" />
                </span>
                <span className="wb-person-name">{one.name}</span>
                <span className="ss-meta">{t(one.role === "admin" ? "me.role.admin" : "me.role.rep")}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <ChoiceGroup
          label={t("me.language")}
          value={settings.language}
          choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
          onChange={(language) => changeSettings({ language })}
        />
        <ChoiceGroup
          label={t("me.theme")}
          value={settings.theme}
          choices={THEMES.map((value) => ({ value, label: t(`me.theme.${value}`) }))}
          onChange={(theme) => changeSettings({ theme })}
        />
        <ChoiceGroup
          label={t("me.skin")}
          value={settings.skin}
          choices={SKINS.map((value) => ({ value, label: t(`me.skin.${value}`) }))}
          onChange={(skin) => changeSettings({ skin })}
        />
      </section>
    </div>
  );
}

/** Each language in its own words, so that everybody finds theirs. */
const LANGUAGE_NAMES = { en: "English", de: "Deutsch", id: "Bahasa Indonesia" } as const;
