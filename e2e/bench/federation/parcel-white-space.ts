import { widget } from "@sweetspot/widget-white-space";
import { toParcel } from "./parcel.ts";

export const { bootstrap, mount, unmount } = toParcel(widget);
