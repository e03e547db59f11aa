// A page that Salesforce's own guest bridge connects.
import { bootstrapSession } from "@sf-embedding/sf-embedding-bridge";
import { patience, report } from "./report.ts";

interface Session {
  sendNotification(method: string, params: object): void;
  registerNotificationHandler(method: string, handler: (params: unknown) => void): void;
}

try {
  // Its signal ends the wait for the host's notice alone: for an envelope it waits for ever.
  const joining = bootstrapSession({ signal: patience() });
  report({ asked: true });
  const { client, hostMetaData, hostInitialized } = await joining;
  report({ joined: hostInitialized["instanceId"] === hostMetaData.instanceId });
  // The bridge's own client says no more than this; what it inherits is what pages are meant to use.
  const session = client as unknown as Session;
  session.registerNotificationHandler("ui/events/dispatch", (params) => report({ event: params }));
  session.sendNotification("ui/events/subscribe", { name: "sweetspothost" });
  session.sendNotification("ui/events/dispatch", { name: "sweetspotframe", detail: "from the guest" });
} catch (failure) {
  report({ failed: String(failure) });
}
