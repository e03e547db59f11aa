// lightning/uiRecordApi: records one by one, through the REST resources the emulator has [D reference-lightning-ui-api-record].
import { callData, frozen } from "./org-line.ts";
import { createWireAdapter } from "./wire-adapter.ts";

/** "Account.Name", or what `@salesforce/schema/Account.Name` gives. */
type FieldName = string | { readonly objectApiName: string; readonly fieldApiName: string };

interface UiRecord {
  readonly id: string;
  readonly apiName: string;
  readonly fields: Readonly<
    Record<string, { readonly value: unknown; readonly displayValue: string | null }>
  >;
}

interface RecordResult {
  readonly data: UiRecord | undefined;
  readonly error: unknown;
}

interface GetRecordConfig {
  readonly recordId?: string;
  readonly fields?: FieldName | readonly FieldName[];
  readonly optionalFields?: FieldName | readonly FieldName[];
}

const toName = (field: FieldName): string =>
  typeof field === "string" ? field : `${field.objectApiName}.${field.fieldApiName}`;

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];

const waiting = new Map<string, Set<() => void>>();

export const getRecord = createWireAdapter<GetRecordConfig, RecordResult>({
  empty: { data: undefined, error: undefined },
  keyOf: (config) => (config.recordId === undefined ? undefined : JSON.stringify(config)),
  subscribe({ recordId = "", fields, optionalFields }, emit) {
    const names = [...listOf(fields), ...listOf(optionalFields)].map(toName);
    const read = (): void => {
      void readRecord(recordId, names).then(
        (data) => emit({ data, error: undefined }),
        (error: unknown) => emit({ data: undefined, error: frozen(error) }),
      );
    };
    const listeners = waiting.get(recordId) ?? new Set();
    waiting.set(recordId, listeners.add(read));
    read();
    return () => void listeners.delete(read);
  },
});

async function readRecord(id: string, names: readonly string[]): Promise<UiRecord> {
  const apiName = names[0]?.split(".")[0] ?? "Account";
  const row = (await callData("GET", `/sobjects/${apiName}/${id}`)) as Readonly<Record<string, unknown>>;
  return toUiRecord(
    id,
    apiName,
    Object.fromEntries(names.map((name) => [name.split(".")[1], row[name.split(".")[1] ?? ""]])),
  );
}

const toUiRecord = (id: string, apiName: string, fields: Readonly<Record<string, unknown>>): UiRecord =>
  frozen({
    id,
    apiName,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value: value ?? null, displayValue: null }]),
    ),
  });

export function getFieldValue(record: UiRecord | undefined, field: FieldName): unknown {
  return record?.fields[toName(field).split(".")[1] ?? ""]?.value;
}

interface RecordInput {
  readonly apiName: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export async function createRecord({ apiName, fields }: RecordInput): Promise<UiRecord> {
  const { id } = (await callData("POST", `/sobjects/${apiName}`, fields)) as { readonly id: string };
  return toUiRecord(id, apiName, { ...fields, Id: id });
}

/** Components that show one of these records read it again. */
export async function notifyRecordUpdateAvailable(records: readonly { recordId: string }[]): Promise<void> {
  for (const { recordId } of records) for (const read of waiting.get(recordId) ?? []) read();
}
