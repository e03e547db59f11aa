import { createWidgetHost, loadCatalogue } from "@sweetspot/federation-host";
import { createPlace, createServices, wantedWidgets } from "./shell.ts";

const host = createWidgetHost(await loadCatalogue("/widgets.json"));
const services = createServices();
for (const id of wantedWidgets()) host.mount(id, createPlace(id), services);
