// Relations over HTTP, for admins (`forbidden` for reps); the command line shows the secret of the lock file. Bodies are JSON
// unless said otherwise; failures are `{"error": CrmErrorMessage}`. Whoever asks for ways calls the port instead.
//
//   GET    /api/relations/state                     → RelationState          how much there is, and ties that count for nothing
//   GET    /api/relations/sources                   → {sources: StoredSource[]}
//   PUT    /api/relations/sources/{name}            {purpose, retentionMonths?} → 204
//   DELETE /api/relations/sources/{name}            → {records}              forgets the source with all its records
//   GET    /api/relations/proposals/{people|bodies}?cursor=&limit=  → ProposalPage
//   GET    /api/relations/merges/{people|bodies}?search=&limit=  → MergePage   who was taken for one, and why
//   PUT    /api/relations/decisions                 {one, other, same} → 204
//   DELETE /api/relations/decisions                 {one, other} → 204       the rules judge again
//   GET    /api/relations/people?search=            → {people: FoundPerson[]}
//   POST   /api/relations/people/report             {person} → StoredReport  noted in the trail
//   POST   /api/relations/people/erase              {person} → {records, planRecords}   kept through later imports
//   GET    /api/relations/warnings                  → {warnings: RelationWarning[]}
//   POST   /api/relations/jobs                      {source: {name, purpose, retentionMonths?, whole?, date?}} → RelationJob
//   PUT    /api/relations/jobs/{job}/files/{name}   the file itself, streamed (gzip as it is) → RelationJob
//   DELETE /api/relations/jobs/{job}/files/{name}   → RelationJob
//   PUT    /api/relations/jobs/{job}/source         {source} → RelationJob   how it is imported
//   POST   /api/relations/jobs/{job}/run            {} → RelationJob
//   GET    /api/relations/jobs/{job}                → RelationJob            to poll
//   GET    /api/relations/jobs/{job}/events         server-sent events: `data: RelationJob`, until the job rests
//   POST   /api/relations/jobs/{job}/cancel         {} → RelationJob         nothing of it is seen by anybody
//   GET    /api/relations/jobs/{job}/bad-rows.csv   every problem: file, line, column, value, problem, message, remedy
//   DELETE /api/relations/jobs/{job}                → 204
import { CrmError, type RecordId, toRecordId } from "@sweetspot/contract";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { streamSSE } from "hono/streaming";
import { z } from "zod";
import { readBody } from "../http/answers.ts";
import { limitBody } from "../http/request-limits.ts";
import type { AdminAccess } from "../sessions/admin-access.ts";
import type { MatchKind, RelationAdmin } from "./relation-admin.ts";
import type { RelationJob, RelationJobs } from "./relation-jobs.ts";

export interface RelationRouteParts {
  readonly admin: RelationAdmin;
  readonly jobs: RelationJobs;
  readonly admit: AdminAccess;
  /** Who asks; the operator where a tool does. */
  readonly whoOf: (request: Request) => RecordId;
  readonly limitRate?: MiddlewareHandler | undefined;
}

const JSON_MEGABYTES = 1;
const EVENT_EVERY_MS = 200;

const id = z
  .string()
  .min(1)
  .max(400)
  .transform((text) => toRecordId(text));
const name = z.string().trim().min(1).max(120);
const terms = {
  purpose: z.string().trim().min(1).max(2000),
  retentionMonths: z.int().min(1).max(1200).exactOptional(),
};
const termsBody = z.strictObject(terms);
const sourceBody = z.strictObject({
  source: z.strictObject({
    name,
    ...terms,
    whole: z.boolean().exactOptional(),
    date: z
      .string()
      .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
      .exactOptional(),
  }),
});
const pairBody = z.strictObject({ one: id, other: id });
const decisionBody = z.strictObject({ one: id, other: id, same: z.boolean() });
const personBody = z.strictObject({ person: id });
const kindOf = z.enum(["people", "bodies"]);
const mergesOf = z.object({
  search: z.string().max(200).default(""),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const pageOf = z.object({
  cursor: z.string().max(8000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The routes below `/api/relations`. */
export function createRelationRoutes(parts: RelationRouteParts): Hono {
  const { admin, jobs, admit, whoOf, limitRate } = parts;
  const app = new Hono();
  if (limitRate) app.use(limitRate);
  app.use(async (context, next) => {
    await admit(context.req.raw);
    await next();
    context.header("Cache-Control", "no-store");
  });

  // Before the limit: a file may have any size, and goes to disk as it comes.
  app.put("/jobs/:job/files/:name", async (context) => {
    const { job, name: file } = context.req.param();
    const { body } = context.req.raw;
    if (!body) throw new CrmError("malformed", "The request has no file in its body.");
    if (file.length > 255) throw new CrmError("malformed", "The file's name is longer than 255 characters.");
    return context.json(await jobs.addFile(job, file, body));
  });
  app.use(limitBody(JSON_MEGABYTES));
  addJobRoutes(app, jobs, (request) => admin.noteImport(whoOf(request)));

  app.get("/state", async (context) => context.json(await admin.state()));
  app.get("/warnings", async (context) => context.json({ warnings: await admin.warnings() }));
  app.get("/sources", async (context) => context.json({ sources: await admin.sources() }));
  app.put("/sources/:name", async (context) => {
    await admin.saveSource({ name: context.req.param("name"), ...(await readBody(context, termsBody)) });
    return context.body(null, 204);
  });
  app.delete("/sources/:name", async (context) =>
    context.json({ records: await admin.removeSource(context.req.param("name"), whoOf(context.req.raw)) }),
  );
  app.get("/proposals/:kind", async (context) => {
    const { cursor, limit } = readQuery(context, pageOf);
    return context.json(
      await admin.proposals(readKind(context), { limit, ...(cursor === undefined ? {} : { cursor }) }),
    );
  });
  app.get("/merges/:kind", async (context) =>
    context.json(await admin.merges(readKind(context), readQuery(context, mergesOf))),
  );
  app.put("/decisions", async (context) => {
    await admin.decide(await readBody(context, decisionBody), whoOf(context.req.raw));
    return context.body(null, 204);
  });
  app.delete("/decisions", async (context) => {
    await admin.takeBack(await readBody(context, pairBody));
    return context.body(null, 204);
  });
  app.get("/people", async (context) => {
    const { search } = readQuery(context, z.object({ search: z.string().trim().min(2).max(200) }));
    return context.json({ people: await admin.findPeople(search) });
  });
  app.post("/people/report", async (context) => {
    const { person } = await readBody(context, personBody);
    return context.json(await admin.report(person, whoOf(context.req.raw)));
  });
  app.post("/people/erase", async (context) => {
    const { person } = await readBody(context, personBody);
    return context.json(await admin.erase(person, whoOf(context.req.raw)));
  });
  return app;
}

function addJobRoutes(app: Hono, jobs: RelationJobs, noteImport: (request: Request) => Promise<void>): void {
  app.post("/jobs", async (context) =>
    context.json(await jobs.create((await readBody(context, sourceBody)).source), 201),
  );
  app.get("/jobs/:job", (context) => context.json(jobs.get(context.req.param("job"))));
  app.delete("/jobs/:job/files/:name", async (context) => {
    const { job, name: file } = context.req.param();
    return context.json(await jobs.removeFile(job, file));
  });
  app.put("/jobs/:job/source", async (context) => {
    const { source } = await readBody(context, sourceBody);
    return context.json(jobs.changeSource(context.req.param("job"), source));
  });
  app.delete("/jobs/:job", async (context) => {
    await jobs.remove(context.req.param("job"));
    return context.body(null, 204);
  });
  app.post("/jobs/:job/run", async (context) => {
    jobs.get(context.req.param("job"));
    await noteImport(context.req.raw);
    return context.json(jobs.run(context.req.param("job")), 202);
  });
  app.post("/jobs/:job/cancel", (context) => context.json(jobs.cancel(context.req.param("job"))));
  app.get("/jobs/:job/bad-rows.csv", async (context) => {
    const rows = await jobs.badRows(context.req.param("job"));
    return context.body(new Uint8Array(rows), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="bad-rows.csv"',
    });
  });
  app.get("/jobs/:job/events", (context) => {
    const job = context.req.param("job");
    jobs.get(job);
    return streamSSE(context, async (stream) => {
      for await (const shown of followJob(jobs, job, context.req.raw.signal))
        await stream.writeSSE({ data: JSON.stringify(shown) });
    });
  });
}

/** The job now and after each change, a few times a second at most, until it rests or the listener leaves. */
async function* followJob(jobs: RelationJobs, job: string, signal: AbortSignal): AsyncGenerator<RelationJob> {
  let shown: RelationJob | undefined;
  while (!signal.aborted) {
    const now = jobs.get(job);
    if (now !== shown) yield now;
    if (now.state !== "running") return;
    shown = now;
    // oxlint-disable-next-line no-await-in-loop -- a look now and then
    await new Promise((resolve) => setTimeout(resolve, EVENT_EVERY_MS));
  }
}

function readKind(context: Context): MatchKind {
  const kind = kindOf.safeParse(context.req.param("kind"));
  if (!kind.success) throw new CrmError("not-found", "There are proposals of people and of bodies.");
  return kind.data;
}

function readQuery<T>(context: Context, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(context.req.query());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CrmError("malformed", `?${issue?.path.join(".")}: ${issue?.message}`);
}
