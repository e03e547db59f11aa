import { CrmError } from "@sweetspot/contract";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { RelationJob, RelationsClient } from "../relations-client.ts";
import { createRelationImportDesk } from "./relation-import-desk.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SOURCE = { name: "Register", purpose: "Introductions" };
const JOB: RelationJob = { id: "job-1", state: "waiting", source: SOURCE, files: [] };

function createClient(states: readonly RelationJob["state"][] = []) {
  const left = [...states];
  return {
    createJob: vi.fn(async () => JOB),
    addFile: vi.fn(async (_job: string, file: File) => ({
      ...JOB,
      files: [{ name: file.name, bytes: 1, preview: { columns: [], sample: [] } }],
    })),
    changeSource: vi.fn(async () => JOB),
    run: vi.fn(async (): Promise<RelationJob> => ({ ...JOB, state: "running" })),
    readJob: vi.fn(async (): Promise<RelationJob> => ({ ...JOB, state: left.shift() ?? "finished" })),
    removeJob: vi.fn(async () => {}),
  };
}
const deskOf = (client: ReturnType<typeof createClient>) =>
  createRelationImportDesk(client as unknown as RelationsClient);

test("files dropped together go up one after the other, into one job", async () => {
  const client = createClient();
  const desk = deskOf(client);
  const done = desk.addFiles([new File(["a"], "persons.csv"), new File(["b"], "ties.csv")]);
  expect(desk.getView().uploading).toEqual(["persons.csv", "ties.csv"]);
  await done;
  expect(client.createJob).toHaveBeenCalledTimes(1);
  expect(client.addFile.mock.calls.map(([, { name }]) => name)).toEqual(["persons.csv", "ties.csv"]);
  expect(desk.getView()).toMatchObject({ uploading: [], error: undefined });
});

test("an import is run as the source that was named, and looked at until it rests", async () => {
  const client = createClient(["running", "finished"]);
  const desk = deskOf(client);
  await desk.addFiles([new File(["a"], "persons.csv")]);
  await desk.run(SOURCE);
  expect(client.changeSource).toHaveBeenCalledWith("job-1", SOURCE);
  expect(desk.getView().job?.state).toBe("running");
  await vi.runAllTimersAsync();
  expect(desk.getView().job?.state).toBe("finished");
});

test("a gateway that was away is asked again by the next file", async () => {
  const client = createClient();
  client.createJob.mockRejectedValueOnce(new CrmError("unavailable", "down"));
  const desk = deskOf(client);
  await desk.addFiles([new File(["a"], "persons.csv")]);
  expect(desk.getView().error?.code).toBe("unavailable");
  await desk.addFiles([new File(["a"], "persons.csv")]);
  expect(desk.getView()).toMatchObject({ error: undefined, job: { files: [{ name: "persons.csv" }] } });
});

test("a source that is refused does not run", async () => {
  const client = createClient();
  client.changeSource.mockRejectedValueOnce(new CrmError("malformed", "no such name"));
  const desk = deskOf(client);
  await desk.run(SOURCE);
  expect(client.run).not.toHaveBeenCalled();
  expect(desk.getView().error?.code).toBe("malformed");
});
