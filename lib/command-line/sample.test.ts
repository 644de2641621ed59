import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { run } from "./sample";

let folder: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "muster-sample-"));
  said = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe("muster sample", () => {
  it("writes the returns asked for, and says of every file that it is synthetic", async () => {
    const out = join(folder, "new");
    expect(await run(["--out", out, "--organisations", "8", "--collections", "1", "--seed", "5"])).toBe(0);
    expect(said.join("")).toMatch(
      /files of synthetic data in .*, seed 5\.\n8 fictional organisations; one collection: 2026-03-31 \(open\)\.\n/,
    );
    expect(said.join("")).toMatch(
      /\d+ staff \(people in post, .*\),\nand \d\.\d % of posts are vacant \(funded: /,
    );
    expect(readdirSync(join(out, "2026-03-31")).sort()).toEqual(
      ["ZS001", "ZS002", "ZS003", "ZS004", "ZS005", "ZS006", "ZS008"], // ZS007 has not returned
    );
    expect(readdirSync(join(out, "2026-03-31/ZS001"))).toContain("profile.csv");
    expect(readdirSync(join(out, "try/ZS007"))).toEqual(["clean", "spoilt"]);
    expect(existsSync(join(out, "spoilt.csv"))).toBe(false);
    const [header, ...files] = readFileSync(join(out, "files.csv"), "utf8").trim().split("\n");
    expect(header).toBe("synthetic,path,part,service_unit,rows");
    for (const line of files) {
      const [synthetic, path = "", , , rows] = line.split(",");
      expect(synthetic).toBe("yes");
      expect(readFileSync(join(out, path), "utf8").trim().split("\n")).toHaveLength(Number(rows) + 1);
    }
    const written = ["2026-03-31", "try"].flatMap((place) =>
      readdirSync(join(out, place), { recursive: true, encoding: "utf8" }).filter((path) =>
        path.endsWith(".csv"),
      ),
    );
    expect(files).toHaveLength(written.length);
    expect(readFileSync(join(out, "README.txt"), "utf8")).toMatch(/^SYNTHETIC DATA\n/);
  });

  it("with --messy spoils some files, and says which, how, and what the checks should make of each", async () => {
    const out = join(folder, "messy");
    expect(await run(["--out", out, "--organisations", "40", "--collections", "1", "--messy"])).toBe(0);
    const [header, ...spoilt] = readFileSync(join(out, "spoilt.csv"), "utf8").trim().split("\n");
    expect(header).toBe("synthetic,path,how,what,expected,code");
    expect(spoilt.length).toBeGreaterThan(5);
    for (const line of spoilt) expect(existsSync(join(out, line.split(",")[1] ?? ""))).toBe(true);
    expect(said.join("")).toMatch(/some of them spoilt/);
  });

  it.each([
    ["no folder", [], 2, /--out is missing/],
    ["more organisations than there are", ["--out", "x", "--organisations", "203"], 2, /from 1 to 202/],
    ["a number that is none", ["--out", "x", "--seed", "lucky"], 2, /--seed is “lucky”/],
    ["an option that does not exist", ["--out", "x", "--colour", "red"], 2, /--colour/],
    ["more collections than there are", ["--out", "x", "--collections", "5"], 2, /from 1 to 4/],
  ])("refuses %s in a sentence", async (_description, args, code, message) => {
    expect(await run(args)).toBe(code);
    expect(said.join("")).toMatch(message);
  });

  it("leaves a folder with files in it alone", async () => {
    writeFileSync(join(folder, "mine.csv"), "a\n");
    expect(await run(["--out", folder])).toBe(1);
    expect(said.join("")).toMatch(/is not empty/);
    expect(readdirSync(folder)).toEqual(["mine.csv"]);
  });
});
