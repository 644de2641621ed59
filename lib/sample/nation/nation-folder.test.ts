import { describe, expect, it } from "vitest";
import { committedText } from "@/tests/support/committed-tables";
import { readCategoryFacts } from "./category-facts";
import { nation } from "./nation";
import { nationFolder } from "./nation-folder";

const read = readCategoryFacts(committedText("categories.csv"));
if (!read.ok) throw new Error(read.problem.message);
const small = nation({ categories: read.value, organisations: 40, collections: 2, messy: true });
const folder = [...nationFolder(small)];
const textOf = (path: string): string => {
  const found = folder.find((file) => file.path === path);
  return typeof found?.content === "string" ? found.content : "";
};

describe("the folder of a sample nation", () => {
  it("gives each path once, and lists every return file as synthetic", () => {
    const paths = folder.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const listed = textOf("files.csv").trimEnd().split("\n").slice(1);
    expect(listed.every((line) => line.startsWith("yes,"))).toBe(true);
    expect(listed.map((line) => line.split(",")[1])).toEqual(
      paths.filter((path) => /^(\d{4}-|try\/)/.test(path)),
    );
  });

  it("says who answered, what was spoilt and where, and what the truth is", () => {
    expect(textOf("responses.csv")).toContain(
      'yes,2026-03-31,open,ZS007,"Sample Trust 007, acute large",not_returned,,',
    );
    expect(textOf("responses.csv")).toContain("nil,served,ZS011");
    const spoilt = textOf("spoilt.csv").trimEnd().split("\n").slice(1);
    expect(spoilt.length).toBe(small.messes.length);
    for (const line of spoilt) {
      const path = line.split(",")[1];
      expect(folder.find((file) => file.path === path)?.content, line).toBeInstanceOf(Uint8Array);
    }
    const truth = JSON.parse(textOf("truth.json"));
    expect(truth).toEqual(small.truth());
    expect(truth.states.map((state: { organisation: string }) => state.organisation)).toContain("ZS007");
  });

  it("holds a clean and a spoilt file of each part for those who have not returned", () => {
    const tries = folder.filter(({ path }) => path.startsWith("try/ZS007/")).map(({ path }) => path);
    for (const part of ["workforce", "devices", "activities", "flows", "profile"])
      for (const kind of ["clean", "spoilt"]) expect(tries).toContain(`try/ZS007/${kind}/${part}.csv`);
  });
});
