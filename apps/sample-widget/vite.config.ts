import { federationPreset } from "@sweetspot/config";
import { defineConfig } from "vite";
import { container } from "./container.config.ts";

export default defineConfig(federationPreset(container));
