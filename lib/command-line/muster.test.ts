import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMuster } from "@/tests/support/run-muster";

const program = resolve("lib/command-line/muster.mjs");

describe("the muster command", () => {
  let folder: string;
  let taken: Server;
  let takenPort: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "muster-command-"));
    taken = createServer();
    takenPort = await new Promise<number>((listening) => {
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        listening(typeof address === "object" && address ? address.port : 0);
      });
    });
  });
  afterAll(() => {
    taken.close();
    rmSync(folder, { recursive: true });
  });

  /** Runs it from a folder outside the project, with a state directory of its own. */
  const muster = (args: string[], environment: Record<string, string> = {}) =>
    runMuster(args, { MUSTER_STATE: join(folder, "state"), ...environment }, folder);

  test("help lists every command on standard output", async () => {
    const { code, stdout, stderr } = await muster(["help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const name of ["start", "test", "doctor", "worker"])
      expect(stdout).toMatch(new RegExp(`^  muster ${name}\\b`, "m"));
  });

  test.each<[string, string[], RegExp]>([
    ["a command that there is not", ["stat"], /^There is no command `stat`; `muster help` lists/],
    ["an argument where none is taken", ["doctor", "please"], /takes no arguments/],
    ["an option of start", ["start", "--port", "80"], /takes no arguments.*the port is set by PORT/],
    ["an option of migrate", ["migrate", "--force"], /takes no arguments/],
    ["an option of worker", ["worker", "--many"], /takes no arguments/],
    ["an option of check", ["check", "x.csv", "--quick"], /^Unknown option '--quick'\. Use: muster check/],
    ["an option without its value", ["check", "x.csv", "--part"], /'--part <value>' argument missing\. Use:/],
    ["an option of template", ["template", "workforce", "--excel"], /^Unknown option '--excel'\. Use:/],
    ["an option of sample", ["sample", "--colour"], /^Unknown option '--colour'\. Use: muster sample/],
    ["an option of import", ["import", "x.csv", "--force"], /^Unknown option '--force'\. Use: muster import/],
  ])("%s is answered in one line on standard error: exit code 2", async (_what, args, said) => {
    const { code, stdout, stderr } = await muster(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(said);
    expect(stderr.trim()).not.toContain("\n");
  });

  test("no command gets the list of commands on standard error, and exit code 2", async () => {
    const { code, stdout, stderr } = await muster([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("muster check FILE");
  });

  test("sample, run as a user does, writes files that check then accepts", async () => {
    const out = join(folder, "nation");
    const made = await muster(["sample", "--out", out, "--organisations", "3", "--collections", "1"]);
    expect({ code: made.code, stdout: made.stdout }).toEqual({ code: 0, stdout: "" });
    expect(made.stderr).toMatch(
      /^\d+ files of synthetic data in .*, seed \d+\.\n3 fictional organisations; one collection: 2026-03-31 \(open\)\.\n/,
    );
    const whose = ["--organisation", "ZS001", "--census", "2026-03-31"];
    const checked = await muster(["check", "--return", join(out, "2026-03-31", "ZS001"), ...whose, "--json"]);
    expect({ code: checked.code, stderr: checked.stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(checked.stdout)).toMatchObject({ verdict: "accepted" });
  });

  test("template writes the file to fill in to standard output, and check reads it", async () => {
    const { code, stdout, stderr } = await muster(["template", "workforce", "--core"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const file = join(folder, "template.csv");
    writeFileSync(file, stdout);
    const whose = ["--organisation", "RJ1", "--census", "2026-03-31"];
    const checked = await muster(["check", file, "--part", "workforce", ...whose, "--json"]);
    expect(JSON.parse(checked.stdout)).toMatchObject({ rows: 0 });
  });

  const sentences: [string, () => Record<string, string>, RegExp][] = [
    [
      "the port is taken",
      () => ({ PORT: String(takenPort) }),
      /^Port \d+ is taken by another program\. End that program, or set PORT to a free port \(PORT=\d+ npm start\)\.\n$/,
    ],
    [
      "the port is none",
      () => ({ PORT: "http" }),
      /^PORT is "http", which is no port\. Set PORT to a number/,
    ],
    [
      "the secret can be guessed",
      () => ({ PORT: "39871", MUSTER_SECRET: "short" }),
      /^The secret in MUSTER_SECRET has 5 characters, which can be guessed\. Give it at least 32/,
    ],
    [
      "the database of DATABASE_URL does not answer",
      () => ({ PORT: "39871", DATABASE_URL: `postgresql://a:b@127.0.0.1:1/none` }),
      /^The database that DATABASE_URL names does not let us in \(.*ECONNREFUSED.*\)\. Check that it runs/,
    ],
    [
      "the address of DATABASE_URL is none",
      () => ({ PORT: "39871", DATABASE_URL: "nonsense" }),
      /^What DATABASE_URL names is no address of a PostgreSQL database\. Write it as postgres:/,
    ],
  ];
  test.each(sentences)(
    "start says in one sentence that %s, and what to do",
    async (_what, environment, sentence) => {
      const { code, stdout, stderr } = await muster(["start"], environment());
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toMatch(sentence);
      expect(stderr.trim()).not.toContain("\n");
    },
  );

  test("says in one line that the state directory can be none", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    const environment = { MUSTER_STATE: join(file, "state"), PORT: "39871", DATABASE_URL: "nonsense" };
    const { code, stdout, stderr } = await muster(["start"], environment);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^This user may not write in .*a-file.*state \(ENOTDIR.*\)\. Run Muster as the folder's owner/,
    );
    expect(stderr.trim()).not.toContain("\n");
  });

  test("the state directory is where MUSTER_STATE says, and its secret is ours alone", async () => {
    const state = join(folder, "of-its-own");
    await muster(["start"], { MUSTER_STATE: state, PORT: "39871", DATABASE_URL: "nonsense" });
    expect(readdirSync(state)).toEqual(["secret"]);
  });

  test("doctor makes no database where there is none, and finds what is wrong", async () => {
    const state = join(folder, "looked-at");
    const sound = await muster(["doctor"], { MUSTER_STATE: state });
    expect(sound.code, sound.stdout).toBe(0);
    expect(sound.stdout).toContain("none yet: `npm start` makes it");
    expect(existsSync(state)).toBe(false);
    const wrong = await muster(["doctor"], { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/none" });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/^wrong {2}database .*does not let us in/m);
    const noChromium = await muster(["doctor"], { MUSTER_STATE: state, CHROME_PATH: "/nowhere/chrome" });
    expect(noChromium.code).toBe(1);
  });

  test("works with HOME empty", async () => {
    expect((await muster(["help"], { HOME: "" })).code).toBe(0);
  });

  test("a reader that closes early is no failure", async () => {
    const script = join(folder, "closed.sh");
    writeFileSync(
      script,
      `set -o pipefail\n"${process.execPath}" "${program}" help | head -c 1 >/dev/null\n`,
    );
    const child = spawn("bash", [script], { env: { PATH: process.env.PATH ?? "" } as never });
    expect(await new Promise((ended) => child.on("close", ended))).toBe(0);
  });
});
