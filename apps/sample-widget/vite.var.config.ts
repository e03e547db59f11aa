import { varContainerPreset } from "@sweetspot/config";
import { defineConfig } from "vite";
import { container } from "./container.ts";

export default defineConfig(varContainerPreset(container));
