import { RecordCard } from "../../common/record-card.tsx";
import { hubspot } from "../../common/sdk.ts";

hubspot.extend<"crm.record.tab">(({ context, actions }) => (
  <RecordCard context={context} actions={actions} object="company" place="tab" />
));
