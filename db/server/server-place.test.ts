import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { canReach } from "./server-place";

describe("whether another user can get to a path", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "muster-reach-"));
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, "inner"));
    writeFileSync(join(folder, "inner", "program"), "");
    chmodSync(join(folder, "inner", "program"), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const stranger = { uid: 54321, gid: 54321 };
  test.each([
    ["all folders are open", 0o755, 0o755, true],
    ["a folder on the way can be passed but not read", 0o711, 0o755, true],
    ["a folder on the way is closed", 0o700, 0o755, false],
    ["the program itself may not be run", 0o755, 0o700, false],
  ])("when %s", (_description, inner, program, reached) => {
    chmodSync(join(folder, "inner", "program"), program);
    chmodSync(join(folder, "inner"), inner);
    expect(canReach(join(folder, "inner", "program"), stranger)).toBe(reached);
  });

  test("its owner gets through where others do not", () => {
    chmodSync(join(folder, "inner"), 0o700);
    const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    expect(canReach(join(folder, "inner"), owner)).toBe(true);
  });
});
