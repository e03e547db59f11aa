// The same page with the guest of host-bridge.
import { joinEmbedding, readHostMetaData } from "@sweetspot/host-bridge";
import { patience, report } from "./report.ts";

try {
  const meta = readHostMetaData(new URL(document.URL).searchParams);
  if (!meta) throw new Error("No host.");
  const joining = joinEmbedding({
    page: window,
    meta,
    version: "test",
    signal: patience(),
    onDuplicate: () => report({ duplicate: true }),
  });
  report({ asked: true });
  const line = await joining;
  report({ joined: true });
  line.listen((text) => report({ event: { name: "sweetspothost", detail: text } }));
  line.post("from the guest");
} catch (failure) {
  report({ failed: String(failure) });
}
