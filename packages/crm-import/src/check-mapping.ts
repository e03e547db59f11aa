import { type FileMapping, KEEPS_ATTRIBUTES, targetOf } from "./file-mapping.model.ts";
import { VOCABULARY } from "./header-index.ts";

/** What is wrong with a mapping for a file with this header; empty where it can be used. */
export function checkMapping(mapping: FileMapping, header: readonly string[]): readonly string[] {
  const { kind, columns } = mapping;
  if (columns.length !== header.length || columns.some((column, at) => column.header !== header[at])) {
    return [`The mapping is for other columns: ${columns.map((column) => column.header).join(", ")}.`];
  }
  if (kind === "ignored") return [];
  const issues: string[] = [];
  const used = new Set<string>();
  for (const { header, target } of columns) {
    if (target === "ignored" || (target === "attribute" && KEEPS_ATTRIBUTES.has(kind))) continue;
    if (targetOf(kind, target) === undefined)
      issues.push(`Column “${header}”: ${kind} have no field “${target}”.`);
    else if (used.has(target))
      issues.push(`Column “${header}”: “${target}” is taken by another column already.`);
    used.add(target);
  }
  if (mapping.key === "id" && !used.has("id"))
    issues.push("The key is the id, but no column is mapped to it.");
  for (const group of VOCABULARY[kind].needs) {
    if (!group.some((target) => used.has(target)))
      issues.push(`No column is mapped to ${group.join(" or ")}.`);
  }
  return issues;
}
