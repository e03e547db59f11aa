import { hubspot } from "../../common/sdk.ts";
import { SettingsPage } from "../../common/settings-page.tsx";

hubspot.extend<"settings">(({ context, actions }) => <SettingsPage context={context} actions={actions} />);
