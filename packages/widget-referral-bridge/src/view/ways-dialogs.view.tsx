import type { ReactNode } from "react";
import { DismissDialog } from "./dismiss-dialog.view.tsx";
import { DismissedDialog } from "./dismissed-dialog.view.tsx";
import { PersonDialog } from "./person-dialog.view.tsx";
import type { Bridge } from "./use-bridge.ts";
import type { Ways } from "./use-ways.ts";
import { WishDialog } from "./wish-dialog.view.tsx";

/** What opens over the ways. */
export function WaysDialogs({ page, ways }: { readonly page: Bridge; readonly ways: Ways }): ReactNode {
  return (
    <>
      <DismissDialog ways={ways} />
      <DismissedDialog page={page} ways={ways} />
      <PersonDialog ways={ways} />
      <WishDialog ways={ways} />
    </>
  );
}
