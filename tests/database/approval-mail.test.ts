import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { latestJobs } from "@/db/jobs";
import { inTransaction } from "@/db/transaction";
import type { Membership, Viewer } from "@/lib/access/viewer";
import { startWorker } from "@/lib/services/jobs/start-worker";
import { addPerson } from "@/lib/services/people/manage-people";
import { viewerOf } from "@/lib/services/people/sign-in";
import { withdrawReturn } from "@/lib/services/returns/approve-return";
import { declareNil } from "@/lib/services/returns/submit-return";
import { OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";
import { until } from "../support/until";

const CENSUS = "2026-03-31";
const ORGANISATION = "ZS023";
const APPROVER = "head.of.department@example.org";

let at: ServiceSite;
let submitter: Viewer;
const before = { ...process.env };

async function person(email: string, name: string, memberships: Membership[]): Promise<Viewer> {
  const added = value(await addPerson(at.site, OPERATOR, { email, name, password: null, memberships }));
  return (await viewerOf(at.site, added.person)) as Viewer;
}

beforeAll(async () => {
  at = await serviceSite("sample");
  submitter = await person("sam@example.org", "Sam Sender", [
    { role: "submitter", organisation: ORGANISATION },
  ]);
  await person(APPROVER, "Ada Approver", [{ role: "approver", organisation: ORGANISATION }]);
  await person("elsewhere@example.org", "Eve Elsewhere", [{ role: "approver", organisation: "ZS008" }]);
  await person("member@example.org", "Mo Member", [{ role: "member", organisation: ORGANISATION }]);
  // Loading the sample has told its demo approvers.
  await at.asOwner((owner) => owner.query("DELETE FROM job.job WHERE name = 'mail'"));
  Object.assign(process.env, { MUSTER_APP_URL: at.database.appUrl, MUSTER_MAIL: at.mailFolder });
});

afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  process.env = before;
  await at?.close();
});

const nil = async () =>
  value(
    await declareNil(at.site, submitter, {
      organisation: ORGANISATION,
      census: CENSUS,
      reason: "none",
      servedBy: null,
    }),
  );
const mails = () => readdirSync(at.mailFolder).filter((name) => name.endsWith(".eml"));
const mailJob = async () =>
  (
    await inTransaction(at.site.pool, { role: "muster_operator" }, (reader) => latestJobs(reader, "mail", 1))
  )[0];

test("a submission is told to the organisation's approver, with the page to look at, and names nobody", async () => {
  const { submission } = await nil();
  const stop = await startWorker();
  await until(async () => mails().length > 0);
  await until(async () => (await mailJob())?.state === "completed");
  await stop();
  const [name = "", ...more] = mails();
  expect(more).toEqual([]);
  const path = join(at.mailFolder, name);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const text = readFileSync(path, "utf8").replace(/=\r\n/g, "").replace(/=3D/g, "=");
  expect(text).toMatch(new RegExp(`^To: ${APPROVER}\r$`, "m"));
  expect(text).toMatch(/^Subject: Muster: the return of ZS023 waits for your approval\r$/m);
  expect(text).toContain("Version 1 of the return of ZS023 for the census of 2026-03-31 has been submitted.");
  expect(text).toContain("https://muster.example/returns/ZS023?census=2026-03-31");
  const addresses = new Set(text.replace(/^Message-ID:.*$/m, "").match(/[\w.+-]+@[\w.-]+/g));
  expect(addresses).toEqual(new Set([APPROVER, "muster@localhost"]));
  expect(text).not.toMatch(/Sam|Sender|Ada|Approver\b.*Ada|Eve|Mo /);
  value(await withdrawReturn(at.site, OPERATOR, { organisation: ORGANISATION, submission, reason: "again" }));
});

test("a mail that cannot be sent is complained of and tried again, and goes once it can", async () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
  const file = join(at.mailFolder, "a file in the folder's place");
  writeFileSync(file, "");
  process.env.MUSTER_MAIL = join(file, "mail");
  const sent = mails().length;
  await nil();
  let stop = await startWorker();
  await until(async () => (await mailJob())?.state === "retry");
  await stop();
  expect(said.join("")).toMatch(/^Job mail [0-9a-f-]{36} failed: ENOTDIR/m);
  expect(JSON.stringify((await mailJob())?.output)).toContain("ENOTDIR");
  expect(mails()).toHaveLength(sent);

  process.env.MUSTER_MAIL = at.mailFolder;
  await at.asOwner((owner) => owner.query("UPDATE job.job SET start_after = now() WHERE state = 'retry'"));
  stop = await startWorker();
  await until(async () => (await mailJob())?.state === "completed");
  await stop();
  expect(mails()).toHaveLength(sent + 1);
});

test("a submission that does not come about sends no mail", async () => {
  const count = async () =>
    (await at.asOwner((owner) => owner.query("SELECT count(*) FROM job.job WHERE name = 'mail'"))).rows;
  const jobs = await count();
  const refused = await declareNil(at.site, submitter, {
    organisation: ORGANISATION,
    census: CENSUS,
    reason: "none",
    servedBy: null,
  });
  expect(refused.ok).toBe(false);
  expect(await count()).toEqual(jobs);
});
