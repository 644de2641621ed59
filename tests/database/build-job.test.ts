import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Build, buildInWords } from "@/app/admin/releases/build-in-words";
import { latestJobs, openJobs } from "@/db/jobs";
import { inTransaction } from "@/db/transaction";
import { openCollection } from "@/lib/services/collections/open-collection";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { buildState, requestBuild } from "@/lib/services/releases/request-build";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";
import { until } from "../support/until";

const CENSUS = "2026-03-31";

let at: ServiceSite;
let state: string;
const workers: ChildProcess[] = [];

beforeAll(async () => {
  at = await serviceSite("sample");
  state = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-worker-`));
});

afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await at?.close();
  rmSync(state, { recursive: true, force: true });
});

/** A worker as `muster start` runs it, in a process of its own. */
function startWorkerProcess(): ChildProcess {
  const worker = spawn(process.execPath, ["lib/command-line/muster.mjs", "worker"], {
    env: { ...process.env, MUSTER_APP_URL: at.database.appUrl, MUSTER_STATE: state },
    stdio: ["ignore", "ignore", "inherit"],
  });
  workers.push(worker);
  return worker;
}

const asBuild = <T extends object>(sql: string) =>
  inTransaction(at.site.pool, { role: "muster_build" }, (reader) =>
    reader.rows<T & Record<string, unknown>>(sql),
  );

/** All that a build writes. */
const written = async () =>
  (
    await asBuild(
      `SELECT (SELECT jsonb_agg(jsonb_build_array(number, status, hash) ORDER BY number) FROM published.release) AS releases,
         (SELECT count(*) FROM published.figure) AS figures, (SELECT count(*) FROM published.place) AS places,
         (SELECT count(*) FROM published.chart) AS charts, (SELECT count(*) FROM intake.release_input) AS inputs,
         (SELECT count(*) FROM intake.disclosure_ledger) AS ledger`,
    )
  )[0];

const job = async () =>
  (
    await inTransaction(at.site.pool, { role: "muster_operator" }, (reader) =>
      latestJobs(reader, "build-release", 1),
    )
  )[0];

/** Whether a build is under way: it takes its turn at its beginning and holds it to its end. */
const building = () =>
  at.asOwner(
    async (owner) =>
      (
        await owner.query(
          `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 7210 AND objid = 3
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        )
      ).rowCount === 1,
  );

test("a worker killed in the middle of a build leaves all as it was; once its job expires another finishes it", async () => {
  const before = await written();
  value(await requestBuild(at.site, OPERATOR, { census: CENSUS }));
  const worker = startWorkerProcess();
  await until(building);
  worker.kill("SIGKILL");
  await until(async () => worker.signalCode === "SIGKILL");
  await until(async () => !(await building()));
  expect(await written()).toEqual(before);
  expect((await job())?.state).toBe("active");

  // Its quarter of an hour goes by.
  await at.asOwner((owner) =>
    owner.query(
      "UPDATE job.job SET started_on = started_on - interval '1 hour' WHERE name = 'build-release'",
    ),
  );
  const errors: Error[] = [];
  const boss = await openJobs(at.site.pool, { supervise: true, onError: (error) => errors.push(error) });
  await boss.maintain();
  await boss.stop({ graceful: false, wait: true, close: false });
  expect(errors).toEqual([]);
  startWorkerProcess();
  await until(async () => (await job())?.state === "completed");
  const after = await written();
  expect(after).toMatchObject({
    releases: [
      [1, "corrected", expect.any(String)],
      [2, "published", expect.any(String)],
      [3, "published", expect.any(String)],
      [4, "built", expect.stringMatching(/^[0-9a-f]{64}$/)],
    ],
  });
  expect((await job())?.output).toMatchObject({ release: 4 });
  expect(Number(after?.places)).toBeGreaterThan(Number(before?.places));
}, 300_000);

test("a build that is refused is said to be refused, and why: no return of the collection is approved", async () => {
  const census = "2026-09-30";
  value(
    await openCollection(at.site, OPERATOR, {
      census,
      title: "Autumn",
      opens: "2026-10-01",
      closes: null,
      synthetic: true,
      organisations: ["ZS001"],
    }),
  );
  value(await requestBuild(at.site, OPERATOR, { census }));
  startWorkerProcess();
  const asked = async () => {
    const jobs = value(await buildState(at.site, OPERATOR));
    return jobs.find(({ data }) => data.census === census);
  };
  await until(async () => (await asked())?.state === "completed");
  expect(buildInWords((await asked()) as Build)).toBe(
    "The build of 30 September 2026 was refused, so no release was made. No return for 2026-09-30 has been approved yet. Build the release once returns have been approved.",
  );
}, 120_000);

test("a job run twice gives the same release and writes nothing twice", async () => {
  const before = await written();
  // On the worker's day: boundaries are those of the day on which a release is built.
  const site = { ...at.site, now: () => new Date() };
  const again = value(await buildReleaseOf(site, OPERATOR, { census: CENSUS }));
  expect(again.release).toBe(4);
  expect(await written()).toEqual(before);
}, 120_000);

test("two wishes for one build are one job while it waits", async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await until(async () => workers.every(({ signalCode }) => signalCode !== null));
  for (let wish = 0; wish < 2; wish++) value(await requestBuild(at.site, OPERATOR, { census: CENSUS }));
  const waiting = await at.asOwner((owner) =>
    owner.query("SELECT id FROM job.job WHERE name = 'build-release' AND state = 'created'"),
  );
  expect(waiting.rowCount).toBe(1);
});
