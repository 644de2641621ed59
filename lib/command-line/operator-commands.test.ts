import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { endPools } from "@/db/pool";
import { loadReferenceTables } from "@/db/queries/reference";
import { type OpenServer, openServer } from "@/db/server/open-server";
import { inTransaction } from "@/db/transaction";
import type { Viewer } from "@/lib/access/viewer";
import type { Result } from "@/lib/result";
import { readAudit } from "@/lib/services/audit/read-audit";
import { closeCollection, openCollection } from "@/lib/services/collections/open-collection";
import { signIn, viewerOf } from "@/lib/services/people/sign-in";
import { acknowledgeAll } from "@/lib/services/returns/acknowledge-warning";
import { approveReturn } from "@/lib/services/returns/approve-return";
import { readReturn } from "@/lib/services/returns/read-return";
import { submitReturn } from "@/lib/services/returns/submit-return";
import { currentSite, type Site } from "@/lib/services/site";
import { runMuster } from "@/tests/support/run-muster";
import { smallNation, textsFor } from "@/tests/support/sample-nation";
import { runImportOfficial } from "./import-official";

const OPERATOR: Viewer = { kind: "operator", name: "test" };
const CENSUS = "2026-03-31";
const CLOSED = "2025-03-31";
const ONE = "ZS003";

/** An installation of its own, as `muster migrate` makes it: the commands are run as their user runs them. */
let folder: string;
let server: OpenServer;
let site: Site;
let before: NodeJS.ProcessEnv;

const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
};
const muster = (args: string[], environment: Record<string, string> = {}) =>
  runMuster(args, { MUSTER_STATE: join(folder, "state"), ...environment }, folder);

/** A folder of a return's files. */
const folderOf = (name: string, files: Record<string, string | Buffer>) => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
};

const count = async (sql: string): Promise<number> => {
  const rows = await inTransaction(site.pool, { role: "muster_build" }, (reader) =>
    reader.rows<{ count: string }>(sql),
  );
  return Number(rows[0]?.count);
};
const partsStored = () => count("SELECT count(*) FROM intake.part");
const tablesOfRows = () => count("SELECT count(*) FROM pg_class WHERE relname LIKE 'rows\\_%'");
const rowsStored = () =>
  count(
    "SELECT (SELECT count(*) FROM intake.workforce_row) + (SELECT count(*) FROM intake.devices_row) AS count",
  );
const edition = () => count("SELECT version AS count FROM published.edition");

beforeAll(async () => {
  before = { ...process.env };
  folder = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-operator-`));
  // mkdtemp closes it to others, and root's server is another user.
  chmodSync(folder, 0o711);
  const opened = await openServer({ stateDirectory: join(folder, "state"), fsync: false });
  if (!opened.ok) throw new Error(opened.problem.message);
  server = opened.value;
  const migrated = await muster(["migrate"]);
  if (migrated.code !== 0) throw new Error(migrated.stderr);
  Object.assign(process.env, {
    MUSTER_APP_URL: migrated.stdout.trim(),
    MUSTER_STATE: join(folder, "state"),
    MUSTER_SECRET: readFileSync(join(folder, "state", "secret"), "utf8"),
  });
  site = currentSite();
  await inTransaction(site.pool, { role: "muster_operator" }, (transaction) =>
    loadReferenceTables(transaction.client, smallNation().tables),
  );
  const organisations = smallNation()
    .organisations.slice(0, 8)
    .map(({ code }) => code);
  for (const census of [CENSUS, CLOSED])
    value(
      await openCollection(site, OPERATOR, {
        census,
        title: "Census",
        opens: census,
        closes: null,
        synthetic: true,
        organisations,
      }),
    );
  value(await closeCollection(site, OPERATOR, { census: CLOSED }));
});

afterAll(async () => {
  await endPools();
  await server?.stop();
  for (const path of [server?.directory, folder]) if (path) rmSync(path, { recursive: true, force: true });
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});

describe("muster migrate", () => {
  test("may be run again: it gives the same address of the application's login, and no more migrations", async () => {
    const again = await muster(["migrate"]);
    expect(again).toEqual({ code: 0, stdout: `${process.env.MUSTER_APP_URL}\n`, stderr: "" });
    expect(again.stdout).toMatch(/^postgresql:\/\/muster_app:[^@]{20,}@/);
    const wanted = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")).entries.length;
    const owner = new Client({ connectionString: server.ownerUrl });
    await owner.connect();
    const had = await owner.query("SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations");
    await owner.end();
    expect(had.rows[0].count).toBe(wanted);
  });
});

describe("muster doctor", () => {
  test("finds a sound installation sound, and a table without forced policies wrong", async () => {
    const sound = await muster(["doctor"]);
    expect(sound.code, sound.stdout).toBe(0);
    expect(sound.stdout).toMatch(/^ {3}ok {2}database .*embedded, PostgreSQL 18/m);
    expect(sound.stdout).toContain("muster_app is neither owner nor superuser");
    const owner = new Client({ connectionString: server.ownerUrl });
    await owner.connect();
    try {
      await owner.query("SET ROLE muster_owner; ALTER TABLE intake.part NO FORCE ROW LEVEL SECURITY");
      const unsafe = await muster(["doctor"]);
      expect(unsafe.code).toBe(1);
      expect(unsafe.stdout).toMatch(/^wrong {2}policies .*not forced on intake\.part/m);
    } finally {
      await owner.query("ALTER TABLE intake.part FORCE ROW LEVEL SECURITY");
      await owner.end();
    }
  });
});

describe("muster user", () => {
  const password = "a password for one test";
  const link = ["--issuer", "https://id.example.org", "--subject", "s-1"];

  test("adds a person, who signs in with the password given and holds the roles given", async () => {
    const add = ["user", "add", "Pat@example.org", "--name", "Pat Example"];
    const added = await muster([...add, "--role", "submitter:zs003", "--role", "planner"], {
      MUSTER_PASSWORD: password,
    });
    expect(added).toEqual({ code: 0, stdout: "", stderr: "Pat@example.org is in Muster.\n" });
    const { person } = value(await signIn(site, { email: "pat@example.org", password, address: null }));
    expect(await viewerOf(site, person)).toMatchObject({
      name: "Pat Example",
      memberships: expect.arrayContaining([
        { role: "submitter", organisation: ONE },
        { role: "planner", organisation: null },
      ]),
    });
    const events = value(await readAudit(site, OPERATOR, { organisation: null, limit: 5 }));
    expect(JSON.stringify(events)).toContain("person.added");
    expect(JSON.stringify(events)).not.toContain(password);
  });

  test("ties an OIDC login to a person, and to nobody who is not there", async () => {
    const linked = await muster(["user", "link", "pat@example.org", ...link]);
    expect(linked).toEqual({
      code: 0,
      stdout: "",
      stderr: "pat@example.org can sign in at https://id.example.org.\n",
    });
    const nobody = await muster(["user", "link", "nobody@example.org", ...link]);
    expect(nobody).toEqual({
      code: 1,
      stdout: "",
      stderr: "Nobody here has the address nobody@example.org. Add the person first: muster user add.\n",
    });
    expect(
      await inTransaction(site.pool, { role: "muster_account" }, (reader) =>
        reader.rows("SELECT subject FROM account.login"),
      ),
    ).toEqual([{ subject: "s-1" }]);
  });

  test("removes a person, who is then nobody, and nobody who is not there", async () => {
    const add = ["user", "add", "leaver@example.org", "--name", "Leaver", "--role", "planner"];
    expect((await muster(add, { MUSTER_PASSWORD: password })).code).toBe(0);
    const given = { email: "leaver@example.org", password, address: null };
    const { person } = value(await signIn(site, given));
    expect(await muster(["user", "remove", "Leaver@example.org"])).toEqual({
      code: 0,
      stdout: "",
      stderr:
        "Leaver@example.org is removed: their sessions, roles and name are gone, and what they did stays.\n",
    });
    expect(await viewerOf(site, person)).toBeNull();
    expect((await signIn(site, given)).ok).toBe(false);
    expect(await muster(["user", "remove", "leaver@example.org"])).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "Nobody here has the address leaver@example.org. Look for the address among the people on the administrators' page.\n",
    });
  });

  const nameless = ["user", "add", "x@example.org"];
  test.each<[string, string[], number, RegExp]>([
    ["a role that is none", [...nameless, "--name", "X", "--role", "king"], 1, /“king” is no role/],
    [
      "a submitter of nowhere",
      [...nameless, "--name", "X", "--role", "submitter"],
      1,
      /Write it as submitter:RJ1/,
    ],
    [
      "an organisation that is none",
      [...nameless, "--name", "X", "--role", "member:QQQQ"],
      1,
      /QQQQ is no organ/,
    ],
    ["an address that is none", ["user", "add", "x", "--name", "X"], 1, /“x” is not an e-mail address/],
    ["no name", nameless, 2, /^Use: muster user add/],
    ["no subject", ["user", "link", "pat@example.org", "--issuer", "https://x"], 2, /^Use: muster user add/],
    ["another verb", ["user", "drop", "pat@example.org"], 2, /^Use: muster user add/],
    ["nobody to remove", ["user", "remove"], 2, /^Use: muster user add/],
    [
      "an option that is none",
      [...nameless, "--colour", "red"],
      2,
      /^Unknown option '--colour'\. Use: muster user/,
    ],
  ])("says in one line what is wrong with %s, and adds nobody", async (_, args, code, says) => {
    const people = () =>
      inTransaction(site.pool, { role: "muster_operator" }, (reader) =>
        reader.rows(
          "SELECT (SELECT count(*) FROM account.person), (SELECT count(*) FROM account.membership)",
        ),
      );
    const present = await people();
    const refused = await muster(args);
    expect(refused).toEqual({ code, stdout: "", stderr: expect.stringMatching(says) });
    expect(refused.stderr.trim()).not.toContain("\n");
    expect(await people()).toEqual(present);
  });
});

describe("muster collection", () => {
  const NEXT = "2026-06-30";

  test("opens one, lists it with those before it, and closes it", async () => {
    const opened = await muster([
      "collection",
      "open",
      NEXT,
      "--organisation",
      "zs001",
      "--organisation",
      "ZS002",
    ]);
    expect(opened).toEqual({
      code: 0,
      stdout: `${NEXT}\n`,
      stderr: "The collection of 30 June 2026 is open, and asks 2 organisations.\n",
    });
    const listed = await muster(["collection", "list", "--json"]);
    expect(listed.code, listed.stderr).toBe(0);
    const collections = JSON.parse(listed.stdout);
    expect(
      collections.map(({ census, status }: { census: string; status: string }) => [census, status]),
    ).toEqual([
      [NEXT, "open"],
      [CENSUS, "open"],
      [CLOSED, "closed"],
    ]);
    expect(collections[0]).toMatchObject({ synthetic: true, organisations: 2, approved: 0, notReturned: 2 });
    const closed = await muster(["collection", "close", NEXT]);
    expect(closed).toEqual({ code: 0, stdout: "", stderr: `The collection of ${NEXT} is closed.\n` });
    const plain = await muster(["collection", "list"]);
    expect(plain.stdout.split("\n")[0]).toBe(`${NEXT}  closed  2 asked, 0 approved, 2 not returned`);
    const events = JSON.stringify(value(await readAudit(site, OPERATOR, { organisation: null, limit: 5 })));
    for (const told of ["collection.opened", "collection.closed", "command line"])
      expect(events).toContain(told);
  });

  test.each<[string, string[], number, RegExp]>([
    ["one that there is", ["open", CENSUS], 1, /^There is already a collection for 31 March 2026/],
    ["a date that does not exist", ["open", "2026-02-30"], 1, /^“2026-02-30” is not a date of the calendar/],
    ["a year far ahead", ["open", "2216-03-31"], 1, /more than a year ahead/],
    ["an organisation that is none", ["open", "2026-05-31", "--organisation", "QQQQ"], 1, /^QQQQ is no/],
    ["no date", ["open"], 2, /^Use: muster collection open/],
    ["another verb", ["reopen", CENSUS], 2, /^Use: muster collection open/],
    ["one that is not there to close", ["close", "2019-03-31"], 1, /no collection/],
    ["an option that is none", ["list", "--all"], 2, /^Unknown option '--all'\. Use: muster collection/],
  ])("with %s says so in one line, and opens nothing", async (_, args, code, says) => {
    const collections = () => count("SELECT count(*) FROM reference.collection");
    const present = await collections();
    const refused = await muster(["collection", ...args]);
    expect(refused).toEqual({ code, stdout: "", stderr: expect.stringMatching(says) });
    expect(refused.stderr.trim()).not.toContain("\n");
    expect(await collections()).toBe(present);
  });
});

describe("muster import of a return", () => {
  const of = (organisation: string, census = CENSUS) => ["--organisation", organisation, "--census", census];
  const draftOf = async (organisation: string) =>
    value(await readReturn(site, OPERATOR, { organisation, census: CENSUS })).draft.map(
      ({ part, verdict, rows }) => ({ part, verdict, rows }),
    );
  const lines = (text: string) => text.trim().split("\n").length - 1;

  test("receives a folder into the draft, says what it leaves out, and knows the same files again", async () => {
    const { workforce, devices } = textsFor(ONE);
    const clean = folderOf("clean", {
      "devices.csv": devices,
      "workforce.csv": workforce,
      "notes.csv": "a,b\n",
    });
    const received = await muster(["import", clean, ...of("zs003")]);
    expect(received.code, received.stderr).toBe(0);
    expect(received.stdout).toMatch(/workforce\.csv: \d+ rows, 0 errors.*It can be submitted/);
    expect(received.stdout.indexOf("workforce.csv")).toBeLessThan(received.stdout.indexOf("devices.csv"));
    expect(received.stderr).toContain("notes.csv is left out");
    expect(await draftOf(ONE)).toEqual(
      expect.arrayContaining([
        { part: "workforce", verdict: "accepted", rows: lines(workforce) },
        { part: "devices", verdict: "accepted", rows: lines(devices) },
      ]),
    );
    expect(await rowsStored()).toBe(lines(workforce) + lines(devices));
    const parts = await partsStored();
    const again = await muster(["import", join(clean, "workforce.csv"), ...of(ONE)]);
    expect({ code: again.code, stdout: again.stdout }).toEqual({ code: 0, stdout: "" });
    expect(again.stderr).toContain("unchanged, the draft holds it already");
    expect(await partsStored()).toBe(parts);
  });

  test("keeps a file with errors for mending, without its rows, and prints what is wrong where", async () => {
    const rows = await rowsStored();
    const wrong = textsFor("ZS002").workforce.replace(/(,person,[^,]*,[^,]*,)[^,]*/, "$1wizard");
    const received = await muster(["import", folderOf("errors", { "workforce.csv": wrong }), ...of("ZS002")]);
    expect(received.code).toBe(1);
    expect(received.stdout).toMatch(/line \d+, column 7, role: “wizard” is not/);
    expect(received.stderr).toContain("to be mended and sent again");
    expect(await draftOf("ZS002")).toEqual([{ part: "workforce", verdict: "errors", rows: lines(wrong) }]);
    expect(await rowsStored()).toBe(rows);
  });

  test.each<[string, () => string | Buffer, string, RegExp]>([
    ["another organisation's file", () => textsFor("ZS002").workforce, CENSUS, /another organisation|ZS002/],
    ["an empty file", () => "", CENSUS, /empty/],
    ["a workbook", () => Buffer.from("PK\u0003\u0004\u0000"), CENSUS, /workbook|zip|Excel/i],
    ["a closed collection", () => textsFor("ZS003").workforce, CLOSED, /is closed, so nothing was stored/],
    [
      "a collection that there is not",
      () => textsFor("ZS003").workforce,
      "2020-03-31",
      /not asked for a return/,
    ],
    [
      "personal data",
      () => textsFor("ZS003").workforce.replace("ZS003,,", "ZS003,pat@example.org,"),
      CENSUS,
      /personal data in line 2/,
    ],
  ])("refuses %s in a sentence, and stores nothing of it", async (what, content, census, says) => {
    const stored = async () => [await partsStored(), await rowsStored(), await tablesOfRows()];
    const present = await stored();
    const path = folderOf(`refused ${what}`, { "workforce.csv": content() });
    const refused = await muster(["import", path, ...of("ZS003", census)]);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: "" });
    expect(refused.stderr).toMatch(says);
    expect(refused.stderr.trim()).not.toContain("\n");
    expect(await stored()).toEqual(present);
  });

  test("stops at a refused file, and says that those before it stand", async () => {
    const mixed = folderOf("mixed", { "workforce.csv": textsFor("ZS004").workforce, "devices.csv": "" });
    const stopped = await muster(["import", mixed, ...of("ZS004")]);
    expect(stopped.code).toBe(2);
    expect(stopped.stderr).toContain("The files before it stand in the draft");
    expect((await draftOf("ZS004")).map(({ part }) => part)).toEqual(["workforce"]);
  });

  test.each<[string, () => string[], RegExp]>([
    ["no organisation", () => [folder, "--census", CENSUS], /^--organisation is missing/],
    ["a census that is no date", () => [folder, ...of(ONE, "march")], /^--census is missing or is no date/],
    ["no file", () => of(ONE), /^There is no file to import/],
    ["a file that is not there", () => ["gone.csv", ...of(ONE)], /^gone\.csv is not there/],
    ["a file named for no part", () => [join(folder, "named.csv"), ...of(ONE)], /is not named for a part/],
    ["a folder without files", () => [folder, ...of(ONE)], /holds no file of a return/],
    ["an option that is none", () => ["x.csv", ...of(ONE), "--quick"], /^Unknown option '--quick'\. Use: /],
  ])("does not understand %s, and says so in one line", async (_, args, says) => {
    writeFileSync(join(folder, "named.csv"), "a,b\n");
    const { code, stdout, stderr } = await muster(["import", ...args()]);
    rmSync(join(folder, "named.csv"));
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(says) });
    expect(stderr.trim()).not.toContain("\n");
  });
});

describe("muster publish", () => {
  test("builds and publishes what is approved, gives the release's number, and refreshes the pages", async () => {
    for (const organisation of ["ZS001", "ZS003", "ZS004", "ZS005", "ZS006"]) {
      const file = folderOf(`sent by ${organisation}`, { "workforce.csv": textsFor(organisation).workforce });
      const sent = await muster(["import", file, "--organisation", organisation, "--census", CENSUS]);
      expect(sent.code, sent.stderr).toBe(0);
      const args = { organisation, census: CENSUS };
      for (const { id } of value(await readReturn(site, OPERATOR, args)).draft)
        value(await acknowledgeAll(site, OPERATOR, { organisation, partId: id, reason: "As it is." }));
      const { submission } = value(await submitReturn(site, OPERATOR, args));
      value(await approveReturn(site, OPERATOR, { organisation, submission }));
    }
    const shown = await edition();
    const published = await muster(["publish", CENSUS]);
    expect(published.code, published.stderr).toBe(0);
    const release = Number(published.stdout);
    expect(published.stderr).toMatch(
      new RegExp(`^Published release ${release} of ${CENSUS}: \\d+ figures, hash [0-9a-f]{64}\\.\n$`),
    );
    expect(await edition()).toBeGreaterThan(shown);
    const figures = await inTransaction(site.pool, { role: "muster_public" }, (reader) =>
      reader.rows<{ value: string }>("SELECT value FROM published.figure WHERE release = $1 AND value > 0", [
        release,
      ]),
    );
    expect(figures.length).toBeGreaterThan(0);
    const events = JSON.stringify(value(await readAudit(site, OPERATOR, { organisation: null, limit: 5 })));
    expect(events).toContain("release.published");
    expect(events).toContain("command line");
  });

  test.each<[string, string[], number, RegExp]>([
    ["a collection that there is not", ["2019-03-31"], 1, /no collection/i],
    ["no collection", [], 2, /^Use: muster publish COLLECTION/],
    ["a collection that is no date", ["march"], 2, /^Use: muster publish COLLECTION/],
    ["an option that is none", [CENSUS, "--now"], 2, /^Unknown option '--now'\. Use: muster publish/],
  ])("with %s publishes nothing, and says so in one line", async (_, args, code, says) => {
    const releases = () => count("SELECT count(*) FROM published.release");
    const present = await releases();
    const refused = await muster(["publish", ...args]);
    expect(refused).toEqual({ code, stdout: "", stderr: expect.stringMatching(says) });
    expect(refused.stderr.trim()).not.toContain("\n");
    expect(await releases()).toBe(present);
  });
});

describe("muster import of an official file", () => {
  const TURNOVER =
    "PERIOD,TYPE,ICS_CODE,REPORTING_ORG_NAME,REPORTING_ORG_CODE,STAFF_GROUP_1_NAME,HC,FTE\n" +
    ["Denominator at start of period", "Denominator at end of period", "Leavers"]
      .map(
        (type, index) =>
          `202511 to 202512,${type},QKK,Guy's,RJ1,"Scientific, therapeutic & technical staff",${[20, 19, 1][index]},${[18, 17.5, 0.5][index]}`,
      )
      .join("\n");

  // In this process, since it changes the project's own tables: a copy of them stands in.
  test("with --apply is in the database at once, and pages are of a new edition; without, nothing is changed", async () => {
    const project = join(folder, "project");
    for (const path of ["data/reference", "db/migrations"])
      cpSync(path, join(project, path), { recursive: true });
    const file = join(folder, "turnover.csv");
    writeFileSync(file, TURNOVER);
    const owner = new Client({ connectionString: server.ownerUrl });
    await owner.connect();
    await owner.query("SET ROLE muster_owner");
    const shown = async () =>
      (
        await owner.query(
          `SELECT (SELECT version FROM published.edition) AS edition,
             (SELECT leavers_wte::float FROM published.official_statistic WHERE organisation = 'RJ1' AND month = '2025-12-01') AS leavers`,
        )
      ).rows[0];
    const spies = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockReturnValue(true),
    );
    vi.stubEnv("MUSTER_PROJECT", project);
    try {
      const present = await shown();
      expect(present.leavers).toBeNull();
      expect(await runImportOfficial([file])).toBe(0);
      expect(await shown()).toEqual(present);
      expect(await runImportOfficial([file, "--apply"])).toBe(0);
      const { edition: later, leavers } = await shown();
      expect(leavers).toBe(0.5);
      expect(later).toBeGreaterThan(present.edition);
    } finally {
      for (const spy of spies) spy.mockRestore();
      vi.unstubAllEnvs();
      await owner.end();
    }
  });
});
