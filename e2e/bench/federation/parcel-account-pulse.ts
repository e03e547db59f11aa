import { widget } from "../../../apps/sample-widget/src/account-pulse.ts";
import { toParcel } from "./parcel.ts";

export const { bootstrap, mount, unmount } = toParcel(widget);
