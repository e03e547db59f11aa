// The import over HTTP. Admin sessions only (`forbidden` for reps); the command line shows the secret of the lock file.
// Bodies are JSON unless said otherwise; failures are `{"error": CrmErrorMessage}`. Types: @sweetspot/crm-import.
//
//   POST   /api/import/sniff                       {files: [{name, size, head: base64 of the first 256 KB}]}
//                                                  → {files: RecognisedFile[]}   what the files seem to be, before any upload
//   POST   /api/import/jobs                        {} → ImportJob                a job waits for files
//   PUT    /api/import/jobs/{job}/files/{name}     the file itself, streamed (gzip as it is) → RecognisedFile
//                                                  (all of its bytes are looked at; a broken file has `refused`)
//   DELETE /api/import/jobs/{job}/files/{name}     → ImportJob
//   PUT    /api/import/jobs/{job}/mapping          {files?: {[name]: FileMapping | {kind}}, options?: ImportOptions} → ImportJob
//                                                  (`{kind}` alone: guess the columns anew for that kind; a whole mapping
//                                                  is also saved for all files of the same shape)
//   POST   /api/import/jobs/{job}/run              {} → ImportJob                again after aliases or corrections: updates
//   GET    /api/import/jobs/{job}                  → ImportJob                   to poll
//   GET    /api/import/jobs/{job}/events           server-sent events: `data: ImportJob`, until the job rests
//   POST   /api/import/jobs/{job}/cancel           {} → ImportJob
//   GET    /api/import/jobs/{job}/bad-rows.csv     every problem: file, line, column, value, problem, message, remedy
//   DELETE /api/import/jobs/{job}                  → 204; its uploads are removed
//   GET    /api/import/aliases                     → {aliases: ImportAlias[]}
//   PUT    /api/import/aliases                     {aliases: ImportAlias[]} (added to those known; target null = "leave empty") → same
//   GET    /api/import/names?kind=accounts&search= → {names: {id, name}[]}       at most 50, to choose an alias's target
//
//   ImportJob { id, state: "waiting"|"running"|"finished"|"cancelled"|"failed", files: RecognisedFile[],
//               options: ImportOptions, progress?: ImportProgress, report?: ImportReport }
//   RecognisedFile { name, bytes, encoding, delimiter, headerLine, shape: "salesforce"|"hubspot"|"generic",
//                    mapping: FileMapping, mappingIsSaved, sample: string[][], refused?: {code, message} }
//   ImportOptions { currency, dates?: "dmy"|"mdy"|"ymd", create: {accounts, products, teamMembers: boolean} }
import { CrmError } from "@sweetspot/contract";
import { createImportMemory, findNames, type ImportSink } from "@sweetspot/crm-import";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import type { AdminAccess } from "../sessions/admin-access.ts";
import { readBody } from "../http/answers.ts";
import { aliasesBody, mappingBody, namedKind, sniffBody } from "./import-bodies.ts";
import type { ImportJob, ImportJobs } from "./import-jobs.ts";
import { limitBody } from "../http/request-limits.ts";

export interface ImportRouteParts {
  readonly jobs: ImportJobs;
  readonly sink: () => ImportSink;
  readonly admit: AdminAccess;
}

const JSON_MEGABYTES = 32;
const EVENT_EVERY_MS = 200;

/** The routes below `/api/import`. */
export function createImportRoutes({ jobs, sink, admit }: ImportRouteParts): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await admit(context.req.raw);
    await next();
  });

  // Before the limit: a file may have any size, and goes to disk as it comes.
  app.put("/jobs/:job/files/:name", async (context) => {
    const { job, name } = context.req.param();
    const { body } = context.req.raw;
    if (!body) throw new CrmError("malformed", "The request has no file in its body.");
    if (name.length > 255) throw new CrmError("malformed", "The file's name is longer than 255 characters.");
    return context.json(await jobs.addFile(job, name, body));
  });
  app.use(limitBody(JSON_MEGABYTES));

  app.post("/sniff", async (context) => {
    const { files } = await readBody(context, sniffBody);
    const heads = files.map(({ name, size, head }) => ({ name, size, head: Buffer.from(head, "base64") }));
    return context.json({ files: await jobs.sniff(heads) });
  });
  app.post("/jobs", async (context) => context.json(await jobs.create(), 201));
  app.get("/jobs/:job", (context) => context.json(jobs.get(context.req.param("job"))));
  app.delete("/jobs/:job", async (context) => {
    await jobs.remove(context.req.param("job"));
    return context.body(null, 204);
  });
  app.delete("/jobs/:job/files/:name", async (context) =>
    context.json(await jobs.removeFile(context.req.param("job"), context.req.param("name"))),
  );
  app.put("/jobs/:job/mapping", async (context) => {
    const change = await readBody(context, mappingBody);
    return context.json(await jobs.changeMapping(context.req.param("job"), change));
  });
  app.post("/jobs/:job/run", async (context) => context.json(await jobs.run(context.req.param("job")), 202));
  app.post("/jobs/:job/cancel", (context) => context.json(jobs.cancel(context.req.param("job"))));
  app.get("/jobs/:job/bad-rows.csv", async (context) => {
    const rows = await jobs.badRows(context.req.param("job"));
    return context.body(new Uint8Array(rows), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="bad-rows.csv"',
    });
  });
  app.get("/jobs/:job/events", (context) => {
    const id = context.req.param("job");
    jobs.get(id);
    return streamSSE(context, async (stream) => {
      for await (const job of followJob(jobs, id, context.req.raw.signal)) {
        await stream.writeSSE({ data: JSON.stringify(job) });
      }
    });
  });

  app.get("/aliases", async (context) =>
    context.json({ aliases: await createImportMemory(sink()).aliases() }),
  );
  app.put("/aliases", async (context) => {
    const { aliases } = await readBody(context, aliasesBody);
    return context.json({ aliases: await createImportMemory(sink()).saveAliases(aliases) });
  });
  app.get("/names", async (context) => {
    const query = z.object({ kind: namedKind, search: z.string().max(255) }).safeParse(context.req.query());
    if (!query.success) throw new CrmError("malformed", "Ask with ?kind=accounts&search=words.");
    return context.json({ names: await findNames(sink(), query.data.kind, query.data.search) });
  });
  return app;
}

/** The job now and after each change, a few times a second at most, until it rests or the listener leaves. */
async function* followJob(jobs: ImportJobs, id: string, signal: AbortSignal): AsyncGenerator<ImportJob> {
  let shown: ImportJob | undefined;
  while (!signal.aborted) {
    const job = jobs.get(id);
    if (job !== shown) yield job;
    if (job.state !== "running") return;
    shown = job;
    await new Promise((resolve) => setTimeout(resolve, EVENT_EVERY_MS));
  }
}
