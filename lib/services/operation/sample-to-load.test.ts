import { describe, expect, it } from "vitest";
import { sampleAskedFor, sampleHeld } from "./sample-to-load";

describe("the sample that MUSTER_SAMPLE asks for", () => {
  it.each([
    ["nothing", undefined, null],
    ["an empty setting", "", null],
    ["the small one", "small", "small"],
    ["the nation", "nation", "nation"],
  ])("%s", (_description, given, expected) => {
    expect(sampleAskedFor(given)).toEqual({ ok: true, value: expected });
  });

  it("is refused in a sentence that names those there are, where there is no such sample", () => {
    const asked = sampleAskedFor("world");
    expect(asked.ok ? "" : `${asked.problem.message} ${asked.problem.mend}`).toMatch(
      /“world”.*small, nation/,
    );
  });
});

describe("the sample that a database holds", () => {
  it.each([
    ["none, in an empty one", undefined, null, null],
    ["the small one, by its first census", "2025-03-31", null, "small"],
    ["the nation, by its first census", "2023-03-31", null, "nation"],
    ["the small one, though the nation is asked for", "2025-03-31", "nation", "small"],
    ["the nation, though the small one is asked for", "2023-03-31", "small", "nation"],
    ["one that is not ours", "2019-03-31", "nation", "unknown"],
  ] as const)("%s", (_description, oldest, asked, expected) => {
    expect(sampleHeld(oldest, asked)).toBe(expected);
  });
});
