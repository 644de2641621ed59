import { afterEach, beforeEach, vi } from "vitest";

/** What the program under test writes: `out` to its output, `talk` to people. Both are empty before each test. */
export function capturedOutput(): { out: string; talk: string } {
  const said = { out: "", talk: "" };
  beforeEach(() => {
    said.out = "";
    said.talk = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      said.out += text;
      return true;
    });
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      said.talk += text;
      return true;
    });
  });
  afterEach(() => vi.restoreAllMocks());
  return said;
}
