import type { GeneratedFile } from "./generated-file.ts";
import { LABELS, type LabelName, toLabelName } from "./labels.ts";
import { toBundleDescription } from "./lwc-bundle.ts";

/** The module `c/sweetspotLabels`: every Custom Label of ours by its short name, in the user's language. */
export function generateLabelModule(): GeneratedFile[] {
  const names = Object.keys(LABELS) as LabelName[];
  const imports = names.map((name) => `import ${name} from "@salesforce/label/c.${toLabelName(name)}";`);
  const content = `// Generated from the labels of the package.\n${imports.join("\n")}\n\nexport const LABELS = Object.freeze({\n${names.map((name) => `  ${name},\n`).join("")}});\n`;
  return [
    { path: "lwc/sweetspotLabels/sweetspotLabels.js", content },
    toBundleDescription("sweetspotLabels", { description: "Sweetspot: texts of its components." }),
  ];
}
