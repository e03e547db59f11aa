import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chown, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

/** A PostgreSQL server of one's own on a free port of this machine, for tests and benchmarks. */
export interface PrivatePostgres {
  readonly url: string;
  /** Stops the server and deletes its data. */
  stop(): Promise<void>;
}

/** Folder of the newest PostgreSQL programs on this machine; undefined where none is installed. */
export async function findPostgres(): Promise<string | undefined> {
  const root = "/usr/lib/postgresql";
  const versions = await readdir(root).catch((): string[] => []);
  const newest = versions
    .map(Number)
    .filter(Number.isFinite)
    .toSorted((one, other) => other - one)[0];
  if (newest !== undefined) return path.join(root, String(newest), "bin");
  const found = spawnSync("pg_config", ["--bindir"], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/** Starts a server with fresh data. It forgets on power loss (no fsync): never keep anything in it. */
export async function startPrivatePostgres(programs: string): Promise<PrivatePostgres> {
  const owner = await serverUser();
  const folder = await mkdtemp(path.join(tmpdir(), "sweetspot-postgres-"));
  if (owner) await chown(folder, owner.uid, owner.gid);
  const data = path.join(folder, "data");
  const as = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: "C.UTF-8" } };
  const made = spawnSync(
    path.join(programs, "initdb"),
    ["-D", data, "-U", "sweetspot", "-A", "trust", "-E", "UTF8", "--no-sync"],
    { ...as, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off"];
  const postgres = path.join(programs, "postgres");
  const server = spawn(
    "sh",
    [
      "-c",
      LEASH,
      "sh",
      folder,
      postgres,
      "-D",
      data,
      "-p",
      String(port),
      ...settings.flatMap((setting) => ["-c", setting]),
    ],
    { ...as, stdio: ["pipe", "ignore", "pipe"] },
  );
  await whenReady(server);
  return {
    url: `postgres://sweetspot@127.0.0.1:${port}/postgres`,
    async stop() {
      const gone = new Promise((resolve) => server.once("exit", resolve));
      server.stdin.end();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Runs the server until the input ends, which it also does when the process that started it is killed: no server is
 * ever left behind.
 */
const LEASH = `folder=$1; shift; exec 3<&0
"$@" 3<&- & server=$!
{ read -r _ <&3; kill -INT $server; } 2>/dev/null & leash=$!
wait $server; kill $leash 2>/dev/null; rm -rf "$folder"`;

/** PostgreSQL refuses to run as root. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const users = await readFile("/etc/passwd", "utf8");
  const line = users.split("\n").find((user) => user.startsWith("postgres:"));
  if (!line) throw new Error("PostgreSQL cannot run as root, and there is no user postgres.");
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function whenReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (log.includes("ready to accept connections")) resolve();
    });
    server.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}
