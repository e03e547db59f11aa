import type { WidgetServices } from "@sweetspot/contract";
import { mountRootParcel, start } from "single-spa";
import type { Parcel } from "./parcel.ts";
import { createPlace, createServices, wantedWidgets } from "./shell.ts";

start();
const services: WidgetServices = createServices();
for (const id of wantedWidgets()) {
  const load = (): Promise<Parcel> => import(/* @vite-ignore */ `@bench/${id}`);
  mountRootParcel(load, { domElement: createPlace(id), services });
}
