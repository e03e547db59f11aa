import { z } from "zod";

const text = z.string().min(1);
const expose = z.string().regex(/^\.\/[\w-]+$/, 'must look like "./white-space"');
const reactRange = z.string().regex(/^\^\d+\.\d+\.\d+$/, 'must be a caret range such as "^19.3.0"');
const contract = z.string().regex(/^widget\/\d+$/, 'must look like "widget/1"');
const containerName = z.string().regex(/^[A-Za-z_$][\w$]*$/, "must be a JavaScript identifier");
const sha384 = z.string().regex(/^sha384-[A-Za-z0-9+/]{64}$/, 'must be "sha384-" and 64 base64 characters');
const fileName = z
  .string()
  .regex(/^[\w$.-]+(\/[\w$.-]+)*$/, "must be a path inside the container's folder")
  .refine((file) => !file.split("/").includes(".."), "must not leave the container's folder");

const VALUE_TYPES = { text: "string", number: "number", boolean: "boolean" } as const;

/** What an admin may set where a widget is placed. `choices`, for a text, are the values to choose from. */
const option = z
  .strictObject({
    type: z.enum(["text", "number", "boolean"]),
    default: z.union([z.string(), z.number(), z.boolean()]),
    titles: z.object({ en: text }).catchall(text),
    choices: z.array(text).min(2).exactOptional(),
  })
  .refine(({ type, default: value }) => typeof value === VALUE_TYPES[type], "default must be of the type")
  .refine(
    ({ type, default: value, choices }) =>
      choices === undefined || (type === "text" && choices.includes(String(value))),
    "choices are for texts, and default is one of them",
  );
const options = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, "must be a camelCase name"), option);

const widgetManifest = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "must be kebab-case"),
  expose,
  contract,
  react: reactRange,
  recordTypes: z.array(z.enum(["account", "opportunity", "contact"])).min(1),
  titles: z.object({ en: text }).catchall(text),
  minHeight: z.number().int().min(0).max(4000),
  options: options.exactOptional(),
});

const containerDescription = z.strictObject({
  name: containerName,
  version: text,
  entry: fileName,
  var: fileName.exactOptional(),
  react: reactRange,
  widgets: z.array(widgetManifest.extend({ preload: z.array(fileName).exactOptional() })).min(1),
});

const build = {
  version: text,
  contract,
  react: reactRange,
  container: containerName,
  entry: text,
  expose,
  var: text.exactOptional(),
  integrity: z.record(text, sha384),
  preload: z.array(text).exactOptional(),
};

const entry = z.strictObject({
  id: widgetManifest.shape.id,
  ...build,
  recordTypes: widgetManifest.shape.recordTypes,
  titles: widgetManifest.shape.titles,
  minHeight: widgetManifest.shape.minHeight,
  lastGood: z.strictObject(build).exactOptional(),
});

const catalogue = z.strictObject({ widgets: z.array(entry) });

/** `widget.json`: what a widget says about itself, written by hand beside its source. */
export type WidgetManifest = z.infer<typeof widgetManifest>;
/** One of its `options`. */
export type WidgetOption = z.infer<typeof option>;
/** `dist/container.json`: what a built container says about itself. */
export type ContainerDescription = z.infer<typeof containerDescription>;

/** Each throws an error that names the file, the field and what it must be. */
export const parseWidgetManifest = (json: string, file: string): WidgetManifest =>
  parse(widgetManifest, json, file);
export const parseContainerDescription = (json: string, file: string): ContainerDescription =>
  parse(containerDescription, json, file);
export const parseCatalogue = (json: string, file: string): z.infer<typeof catalogue> =>
  parse(catalogue, json, file);

function parse<T>(schema: z.ZodType<T>, json: string, file: string): T {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    throw new Error(`${file}: is no JSON (${error instanceof Error ? error.message : String(error)})`, {
      cause: error,
    });
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issues = result.error.issues.map(
    (issue) => `${issue.path.join(".") || "the file"}: ${issue.message}`,
  );
  throw new Error(`${file}: ${issues.join("; ")}`);
}
