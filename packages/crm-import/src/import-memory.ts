import type { FileMapping } from "./file-mapping.model.ts";
import type { ImportAlias } from "./import-report.model.ts";
import type { ImportSink } from "./import-sink.port.ts";
import { normaliseName } from "./normalise-name.ts";

/** What users have decided once and every later import follows: mappings by file shape, and aliases. */
export interface ImportMemory {
  savedMapping(signature: string): Promise<FileMapping | undefined>;
  saveMapping(signature: string, mapping: FileMapping): Promise<void>;
  aliases(): Promise<readonly ImportAlias[]>;
  /** Currency of amounts that name none, as it was chosen last: a re-import must not change it by default. */
  currency(): Promise<string | undefined>;
  saveCurrency(code: string): Promise<void>;
  /** Adds to the aliases known; a later one for the same text replaces the earlier. */
  saveAliases(aliases: readonly ImportAlias[]): Promise<readonly ImportAlias[]>;
}

const ALIASES = "import.aliases";
const CURRENCY = "import.currency";
const mappingKey = (signature: string): string => `import.mapping.${signature}`;

/** Keeps the decisions in the sink's settings. */
export function createImportMemory(sink: Pick<ImportSink, "readSetting" | "writeSetting">): ImportMemory {
  const aliases = async (): Promise<readonly ImportAlias[]> =>
    ((await sink.readSetting(ALIASES)) ?? []) as readonly ImportAlias[];
  return {
    savedMapping: async (signature) =>
      (await sink.readSetting(mappingKey(signature))) as FileMapping | undefined,
    saveMapping: (signature, mapping) => sink.writeSetting(mappingKey(signature), mapping),
    currency: async () => (await sink.readSetting(CURRENCY)) as string | undefined,
    saveCurrency: (code) => sink.writeSetting(CURRENCY, code),
    aliases,
    async saveAliases(added) {
      const byText = new Map([...(await aliases()), ...added].map((alias) => [keyOf(alias), alias]));
      const all = [...byText.values()];
      await sink.writeSetting(ALIASES, all);
      return all;
    },
  };
}

const keyOf = ({ kind, text }: ImportAlias): string => `${kind}\n${normaliseName(text)}`;
