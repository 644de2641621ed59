import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { copyBinaries, findBinaries, mendLinks } from "./binaries";

describe("the programs of PostgreSQL", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "muster-binaries-"));
    mkdirSync(join(folder, "native", "lib"), { recursive: true });
    writeFileSync(join(folder, "native", "lib", "libpq.so.5.18"), "library");
    const links = [{ source: "native/lib/libpq.so.5.18", target: "native/lib/libpq.so.5" }];
    writeFileSync(join(folder, "native", "pg-symlinks.json"), JSON.stringify(links));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("have the library links that an install without scripts leaves out", () => {
    mendLinks(folder);
    mendLinks(folder);
    expect(readlinkSync(join(folder, "native", "lib", "libpq.so.5"))).toBe("libpq.so.5.18");
  });

  test("are copied whole, for every user to read, whatever the umask", () => {
    mendLinks(folder);
    const before = process.umask(0o077);
    try {
      const copy = copyBinaries({ directory: join(folder, "native"), version: "18.4" }, folder);
      expect(copy.directory).toBe(join(folder, "postgresql-18.4"));
      expect(readFileSync(join(copy.directory, "lib", "libpq.so.5"), "utf8")).toBe("library");
      expect(statSync(join(copy.directory, "lib")).mode & 0o005).toBe(0o005);
      expect(statSync(join(copy.directory, "lib", "libpq.so.5.18")).mode & 0o004).toBe(0o004);
    } finally {
      process.umask(before);
    }
  });

  test("are there for this machine, and their absence on another is told with what to do", () => {
    const here = findBinaries();
    expect(here.ok && existsSync(join(here.value.directory, "bin", "initdb"))).toBe(true);
    expect(findBinaries("sunos-sparc")).toMatchObject({
      ok: false,
      problem: { code: "no-postgresql", mend: expect.stringContaining("DATABASE_URL") },
    });
  });
});
