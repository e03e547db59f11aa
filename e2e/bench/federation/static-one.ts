import { widget } from "@sweetspot/widget-white-space";
import { createPlace, createServices } from "./shell.ts";

widget.mount(createPlace("white-space"), createServices());
