import { toRecordId } from "@sweetspot/contract";
import {
  type FileMapping,
  IMPORT_KINDS,
  type ImportAlias,
  type ImportOptions,
  type NamedKind,
} from "@sweetspot/crm-import";
import { z } from "zod";

/** What the import's routes are told, checked at the border. */

const kind = z.enum([...IMPORT_KINDS, "ignored"]);
const dates = z.enum(["ymd", "dmy", "mdy"]);
const text = z.string().max(1000);

const column = z.strictObject({
  header: text,
  target: z.string().min(1).max(100),
  dates: dates.exactOptional(),
  decimal: z.enum([".", ","]).exactOptional(),
  assumed: z.boolean().exactOptional(),
  list: z.boolean().exactOptional(),
});

const fileMapping: z.ZodType<FileMapping> = z.strictObject({
  kind,
  columns: z.array(column).max(2000),
  key: z.enum(["id", "name", "content"]),
  stages: z.record(text, z.enum(["open", "won", "lost"])),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .exactOptional(),
});

export const importOptions: z.ZodType<ImportOptions> = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  dates: dates.exactOptional(),
  create: z.strictObject({ accounts: z.boolean(), products: z.boolean(), teamMembers: z.boolean() }),
});

/** A kind alone asks for a new guess of the columns. */
export const mappingBody = z.strictObject({
  files: z.record(text, z.union([fileMapping, z.strictObject({ kind })])).exactOptional(),
  options: importOptions.exactOptional(),
});

export const namedKind = z.enum([
  "teamMembers",
  "accounts",
  "products",
  "opportunities",
]) satisfies z.ZodType<NamedKind>;

const alias: z.ZodType<ImportAlias> = z.strictObject({
  kind: namedKind,
  text: z.string().min(1).max(1000),
  target: z
    .string()
    .min(1)
    .max(400)
    .transform((id) => toRecordId(id))
    .nullable(),
});
export const aliasesBody = z.strictObject({ aliases: z.array(alias).max(5000) });

export const sniffBody = z.strictObject({
  files: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(255),
        size: z.number().int().min(0),
        head: z.base64().max(400_000),
      }),
    )
    .min(1)
    .max(50),
});
