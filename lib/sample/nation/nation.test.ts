import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { joinReferenceTables } from "@/lib/places/reference-tables";
import { tableProblems } from "@/lib/places/table-problems";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import { readCategoryFacts } from "./category-facts";
import { MERGER, NIL, SERVED } from "./happenings";
import { NATION_SEED, nationLife } from "./life";
import { type Nation, nation } from "./nation";
import { nationOrganisations } from "./organisations";
import { filesOf } from "./testing/whole-nation";

const read = readCategoryFacts(committedText("categories.csv"));
if (!read.ok) throw new Error(read.problem.message);
const categoryFacts = read.value;
const wholeNation = nation({ categories: categoryFacts });

const digest = ({ collections }: Nation): string => {
  const hash = createHash("sha256");
  for (const { census, status, returns } of collections)
    for (const one of returns) {
      hash.update(`${census} ${status} ${one.organisation.code} ${one.state}\n`);
      for (const { name, text } of filesOf(one)) hash.update(`${name}\n${text}\n`);
    }
  return hash.digest("hex");
};
const answers = ({ returns }: Nation["collections"][number]) => {
  const count = (state: string) => returns.filter((one) => one.state === state).length;
  return { returned: count("returned"), nil: count("nil"), missing: count("not_returned") };
};

describe("the nation is a pure function of its seed", () => {
  it("has the bytes pinned here, on every machine", () => {
    expect(digest(wholeNation)).toBe("1140f6ef5b198c4c23c5020699ce0fd5aad0b6895f8f127bee5d600ec5d9e535");
  });

  it("is another nation with another seed", () => {
    const other = nation({
      categories: categoryFacts,
      seed: NATION_SEED + 1,
      collections: 1,
      organisations: 5,
    });
    const same = nation({ categories: categoryFacts, collections: 1, organisations: 5 });
    expect(digest(other)).not.toBe(digest(same));
  });

  it("is a part of the same nation when fewer organisations or collections are asked for", () => {
    const small = nation({ categories: categoryFacts, organisations: 40, collections: 2 });
    expect(small.collections.map(({ census }) => census)).toEqual(["2025-03-31", "2026-03-31"]);
    for (const [at, { returns }] of small.collections.entries()) {
      const same = wholeNation.collections[at + 2]?.returns.filter(
        ({ organisation }) => organisation.code <= "ZS040",
      );
      expect(returns.map(({ organisation, state }) => [organisation.code, state])).toEqual(
        same?.map(({ organisation, state }) => [organisation.code, state]),
      );
      expect(returns.slice(0, 3).map(filesOf)).toEqual(same?.slice(0, 3).map(filesOf));
    }
  });

  it("lives the same life whatever the order of its organisations", () => {
    const organisations = nationOrganisations(NATION_SEED);
    const [forward, backward] = [organisations, organisations.toReversed()].map((each) =>
      nationLife(NATION_SEED, each),
    );
    for (const { code } of organisations)
      expect(backward?.map((year) => year.get(code))).toEqual(forward?.map((year) => year.get(code)));
  });
});

describe("the organisations", () => {
  const { organisations, tables } = wholeNation;
  const real = committedTables();

  it("have no code or name of a real place", () => {
    const known = new Set(real.places.flatMap(({ code, name }) => [code, name.toLowerCase()]));
    for (const { code, name } of organisations) {
      expect(code).toMatch(/^ZS\d{3}$/);
      expect(name).toMatch(/^Sample (Trust|Health Board|Health and Social Care Trust) \d{3}, /);
      expect(known.has(code) || known.has(name.toLowerCase())).toBe(false);
    }
  });

  it("are of kinds and benchmark groups that real ones are", () => {
    for (const { kind } of organisations) {
      expect(real.places.map((place) => place.kind)).toContain(kind.placeKind);
      if (kind.benchmarkGroup)
        expect(real.places.map((place) => place.benchmarkGroup)).toContain(kind.benchmarkGroup);
    }
  });

  it("make tables of places that agree with the real ones and with themselves", () => {
    expect(tableProblems(joinReferenceTables(real, tables))).toEqual([]);
    const few = nation({ categories: categoryFacts, organisations: 150, collections: 1 });
    expect(tableProblems(joinReferenceTables(real, few.tables))).toEqual([]);
  });

  it("fill all 36 boards of 2026, five or more to each but three of two, and all four nations", () => {
    const inForce = organisations.filter(({ closes }) => closes === null);
    const boards = new Map<string, number>();
    for (const { board } of inForce) if (board) boards.set(board, (boards.get(board) ?? 0) + 1);
    const open = real.places.filter(({ level, closes }) => level === "board" && closes === null);
    expect([...boards.keys()].sort()).toEqual(open.map(({ code }) => code).sort());
    expect([...boards.values()].filter((count) => count < 5)).toEqual([2, 2, 2]);
    const nations = new Map<string, number>();
    for (const { nation: where } of inForce) nations.set(where, (nations.get(where) ?? 0) + 1);
    expect(Object.fromEntries(nations)).toEqual({ england: 178, wales: 8, scotland: 9, northern_ireland: 5 });
  });
});

describe("the responses", () => {
  it("are of 85 to 95 % of those asked, with the last collection open and fifteen missing", () => {
    expect(wholeNation.collections.map(({ status }) => status)).toEqual([
      "closed",
      "closed",
      "closed",
      "open",
    ]);
    for (const collection of wholeNation.collections) {
      const { returned, nil, missing } = answers(collection);
      const share = (returned + nil) / (returned + nil + missing);
      expect(share, collection.census).toBeGreaterThan(0.85);
      expect(share, collection.census).toBeLessThan(0.95);
    }
    expect(answers(wholeNation.collections[3] as never).missing).toBe(15);
  });

  it("are of two in five in one region at the first census", () => {
    const returns =
      wholeNation.collections[0]?.returns.filter(({ organisation }) => organisation.region === "Y58") ?? [];
    const share = returns.filter(({ state }) => state !== "not_returned").length / returns.length;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.45);
  });

  it("leave three answers or more in every board that has five, but for that region", () => {
    for (const { returns, census } of wholeNation.collections) {
      const answered = new Map<string, boolean[]>();
      for (const { organisation, state } of returns)
        if (organisation.board && !(census === "2023-03-31" && organisation.region === "Y58"))
          answered.set(organisation.board, [
            ...(answered.get(organisation.board) ?? []),
            state !== "not_returned",
          ]);
      for (const [board, all] of answered)
        if (all.length >= 5)
          expect(all.filter(Boolean).length, `${board} ${census}`).toBeGreaterThanOrEqual(3);
    }
  });

  it("leave the demonstration's organisations something to send in the open collection", () => {
    const open = wholeNation.collections[3]?.returns ?? [];
    for (const code of ["ZS007", "ZS023", "ZS039"])
      expect(open.find(({ organisation }) => organisation.code === code)?.state).toBe("not_returned");
    expect(filesOf(open[6] as never).map(({ part }) => part)).toEqual([
      "workforce",
      "devices",
      "activities",
      "flows",
      "profile",
    ]);
  });

  it("have a nil from whoever is served or employs nobody, and always a return from a host", () => {
    for (const { returns } of wholeNation.collections)
      for (const one of returns) {
        const { code } = one.organisation;
        expect(one.state === "nil", code).toBe(SERVED.has(code) || NIL.has(code));
        if ([...SERVED.values()].includes(code)) expect(one.state).toBe("returned");
        if (one.state === "nil") expect(one.servedBy).toBe(SERVED.get(code) ?? null);
      }
  });

  it("end with the merger for those that merged, and begin with it for their successor", () => {
    const asked = wholeNation.collections.map(
      ({ returns }) => new Set(returns.map(({ organisation }) => organisation.code)),
    );
    for (const code of MERGER.from)
      expect(asked.map((codes) => codes.has(code))).toEqual([true, true, false, false]);
    expect(asked.map((codes) => codes.has(MERGER.into))).toEqual([false, false, true, true]);
  });
});
