import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

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

  /** Runs it from a folder outside the project, with a state directory of its own and nothing else but PATH. */
  const muster = (args: string[], environment: Record<string, string> = {}) =>
    new Promise<{ code: number | null; stdout: string; stderr: string }>((ended) => {
      const child = spawn(process.execPath, [program, ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH ?? "", MUSTER_STATE: join(folder, "state"), ...environment } as never,
      });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (chunk) => {
        stdout += chunk;
      });
      child.stderr.on("data", (chunk) => {
        stderr += chunk;
      });
      child.on("close", (code) => ended({ code, stdout, stderr }));
    });

  test("help lists every command on standard output", async () => {
    const { code, stdout, stderr } = await muster(["help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const name of ["start", "test", "doctor", "worker"])
      expect(stdout).toMatch(new RegExp(`^  muster ${name}\\b`, "m"));
  });

  test.each([
    ["no command", [], ""],
    ["a command that there is not", ["stat"], "There is no command `stat`."],
    ["an argument where none is taken", ["doctor", "please"], "takes no arguments"],
  ])("%s is not understood: exit code 2", async (_what, args, said) => {
    const { code, stderr } = await muster(args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
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
      /^The database that DATABASE_URL names does not let us in/,
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
