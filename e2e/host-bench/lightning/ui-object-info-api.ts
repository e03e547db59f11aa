// lightning/uiObjectInfoApi: what an object is like for this user [D reference-wire-adapters-object-info].
import { callData, frozen } from "./org-line.ts";
import { createWireAdapter } from "./wire-adapter.ts";

interface InfoResult {
  readonly data: unknown;
  readonly error: unknown;
}

const EMPTY: InfoResult = { data: undefined, error: undefined };

/** The record type every object has that has no other. */
const MASTER_RECORD_TYPE = "012000000000000AAA";

/** The emulator has records and no picklists; these are what a new org begins with. */
const PICKLISTS: Readonly<Record<string, readonly { value: string; closed: boolean }[]>> = {
  "Opportunity.StageName": [
    { value: "Prospecting", closed: false },
    { value: "Closed Won", closed: true },
  ],
};

export const getObjectInfo = createWireAdapter<{ readonly objectApiName?: string }, InfoResult>({
  empty: EMPTY,
  keyOf: ({ objectApiName }) => objectApiName,
  subscribe({ objectApiName = "" }, emit) {
    callData("GET", `/ui-api/object-info/${objectApiName}`).then(
      (info) =>
        emit({
          data: frozen({ ...(info as object), defaultRecordTypeId: MASTER_RECORD_TYPE }),
          error: undefined,
        }),
      (error: unknown) => emit({ data: undefined, error: frozen(error) }),
    );
    return () => {};
  },
});

interface PicklistConfig {
  readonly recordTypeId?: string;
  readonly fieldApiName?: string | { readonly objectApiName: string; readonly fieldApiName: string };
}

export const getPicklistValues = createWireAdapter<PicklistConfig, InfoResult>({
  empty: EMPTY,
  keyOf: ({ recordTypeId, fieldApiName }) =>
    recordTypeId === undefined || fieldApiName === undefined
      ? undefined
      : JSON.stringify([recordTypeId, fieldApiName]),
  subscribe({ fieldApiName = "" }, emit) {
    const name =
      typeof fieldApiName === "string"
        ? fieldApiName
        : `${fieldApiName.objectApiName}.${fieldApiName.fieldApiName}`;
    const found = PICKLISTS[name];
    const values = found?.map(({ value, closed }) => ({ label: value, value, attributes: { closed } }));
    void Promise.resolve().then(() =>
      emit(
        values
          ? { data: frozen({ values }), error: undefined }
          : { data: undefined, error: { ok: false, status: 404, body: { message: `No picklist ${name}.` } } },
      ),
    );
    return () => {};
  },
});
