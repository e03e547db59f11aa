import { CrmError } from "@sweetspot/contract";
import { DEFAULT_IMPORT_OPTIONS } from "@sweetspot/crm-import";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ImportClient, ImportJob } from "./import-client.ts";
import { createImportDesk } from "./import-desk.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const JOB: ImportJob = { id: "job-1", state: "waiting", files: [], options: DEFAULT_IMPORT_OPTIONS };
const pause = (milliseconds = 0) => vi.advanceTimersByTimeAsync(milliseconds);

function createClient(states: readonly ImportJob["state"][] = []) {
  const left = [...states];
  const names: string[] = [];
  const client: ImportClient = {
    createJob: vi.fn(async () => JOB),
    readJob: vi.fn(async () => ({ ...JOB, state: left.shift() ?? "waiting" })),
    removeJob: vi.fn(async () => {}),
    addFile: vi.fn(async (_, file) => {
      names.push(file.name);
      return { name: file.name } as never;
    }),
    removeFile: vi.fn(async () => JOB),
    changeMapping: vi.fn(async () => JOB),
    run: vi.fn(async (): Promise<ImportJob> => ({ ...JOB, state: "running" })),
    cancel: vi.fn(async () => JOB),
    readBadRows: vi.fn(async () => new Blob()),
    saveAliases: vi.fn(async () => {}),
    findNames: vi.fn(async () => []),
  };
  return { client, names };
}

test("files dropped together go up one after the other, into one job", async () => {
  const { client, names } = createClient();
  const desk = createImportDesk(client);
  void desk.addFiles([new File(["a"], "a.csv"), new File(["b"], "b.csv")]);
  const done = desk.addFiles([new File(["c"], "c.csv")]);
  expect(desk.getView().uploading).toEqual(["a.csv", "b.csv", "c.csv"]);
  await done;
  expect(names).toEqual(["a.csv", "b.csv", "c.csv"]);
  expect(client.createJob).toHaveBeenCalledTimes(1);
  expect(desk.getView()).toMatchObject({ uploading: [], error: undefined, job: { id: "job-1" } });
});

test("a file that cannot be sent is told, and the next one is sent all the same", async () => {
  const { client, names } = createClient();
  vi.mocked(client.addFile).mockRejectedValueOnce(new CrmError("unavailable", "down"));
  const desk = createImportDesk(client);
  await desk.addFiles([new File(["a"], "a.csv"), new File(["b"], "b.csv")]);
  expect(names).toEqual(["b.csv"]);
  expect(desk.getView().uploading).toEqual([]);
});

test("a running import is looked at until it rests", async () => {
  const { client } = createClient(["running", "running", "finished"]);
  const desk = createImportDesk(client);
  await desk.run();
  expect(desk.getView().job?.state).toBe("running");
  await pause(5000);
  expect(desk.getView().job?.state).toBe("finished");
  expect(client.readJob).toHaveBeenCalledTimes(3);
});

test("a look that fails does not lose sight of the import", async () => {
  const { client } = createClient(["finished"]);
  vi.mocked(client.readJob).mockRejectedValueOnce(new CrmError("unavailable", "down"));
  const desk = createImportDesk(client);
  await desk.run();
  await pause(300);
  expect(desk.getView().error?.code).toBe("unavailable");
  await pause(300);
  expect(desk.getView()).toMatchObject({ error: undefined, job: { state: "finished" } });
});

test("answers about unknown names are remembered before the import runs again", async () => {
  const { client } = createClient();
  const desk = createImportDesk(client);
  await desk.runWithAliases([{ kind: "products", text: "GTXPro", target: null }]);
  expect(client.saveAliases).toHaveBeenCalledBefore(vi.mocked(client.run));
  vi.mocked(client.saveAliases).mockRejectedValueOnce(new CrmError("forbidden", "no"));
  await desk.runWithAliases([]);
  expect(client.run).toHaveBeenCalledTimes(1);
});
