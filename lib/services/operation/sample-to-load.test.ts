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
      /“world”.*nation, small/,
    );
  });
});

describe("the sample that a database holds", () => {
  it.each([
    ["the nation, by how many its newest collection asks", "2026-03-31", 200, "nation"],
    ["the nation, by an earlier one", "2023-03-31", 201, "nation"],
    ["the small one, of whole boards", "2026-03-31", 40, "small"],
    ["none of ours, of a year that the small one has not", "2023-03-31", 40, null],
    ["none of ours, by how many are asked", "2026-03-31", 39, null],
    ["none of ours, by its census", "2019-03-31", 200, null],
  ] as const)("%s", (_description, census, asked, expected) => {
    expect(sampleHeld({ census, asked })).toBe(expected);
  });
});
