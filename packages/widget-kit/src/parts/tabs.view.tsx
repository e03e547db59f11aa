import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { Icon } from "./icon.view.tsx";
import type { IconName } from "./icon-paths.ts";

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
  readonly content: ReactNode;
}

export interface TabsProps<Value extends string> {
  /** What the tabs divide, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  /** The first one where absent. */
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
}

export function Tabs<Value extends string>({ label, tabs, value, onChange }: TabsProps<Value>): ReactNode {
  const selection = value === undefined ? { defaultValue: tabs[0]?.value } : { value };
  return (
    <Base.Root {...selection} onValueChange={(next: Value) => onChange?.(next)} className="ss-tabs">
      <Base.List className="ss-tab-list" aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className="ss-tab">
            {tab.icon === undefined ? null : <Icon name={tab.icon} size="small" />}
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="ss-tab-panel">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
