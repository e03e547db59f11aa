import path from "node:path";
import process from "node:process";
import { writePackage } from "./write-package.ts";

const [out, gateway] = process.argv.slice(2);
if (out === undefined)
  throw new Error("Name the folder that has the built var containers, or run: npm run package:salesforce");
const root = path.resolve(import.meta.dirname, "..");
const target = path.join(out, "package");
const resources = await writePackage({
  target,
  handWritten: path.join(root, "force-app"),
  containers: path.join(out, "containers"),
  ...(gateway === undefined ? {} : { gateway }),
});
const place = path.relative(path.resolve(root, "../.."), target);
process.stdout.write(`
Written to ${place}, with ${resources.join(", ")}.
Next: cd ${place} && sf project deploy start        (guide: shared/docs/install-salesforce.md)
`);
