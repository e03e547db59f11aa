import { widget } from "@sweetspot/sample-widget";
import { toParcel } from "./parcel.ts";

export const { bootstrap, mount, unmount } = toParcel(widget);
