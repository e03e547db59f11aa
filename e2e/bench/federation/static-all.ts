import { widget as whiteSpace } from "@sweetspot/widget-white-space";
import { widget as accountPulse } from "@sweetspot/sample-widget";
import { createPlace, createServices } from "./shell.ts";

const services = createServices();
for (const widget of [whiteSpace, accountPulse]) widget.mount(createPlace(widget.id), services);
