import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { writePackage } from "./write-package.ts";

const root = path.resolve(import.meta.dirname, "..");
const containers = path.resolve(root, "../widgets/dist");
if (!existsSync(containers)) throw new Error("The widgets are not built. Run: npm run package:salesforce");
const target = path.join(root, "dist/package");
const resources = writePackage({ target, handWritten: path.join(root, "force-app"), containers });
process.stdout.write(`Written to ${path.relative(process.cwd(), target)}, with ${resources.join(", ")}.\n`);
