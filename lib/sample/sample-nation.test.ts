import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { committedTables, committedText } from "@/tests/support/committed-tables";
import { independentTotals, type Totals, type TotalsInput } from "@/tests/support/independent-totals";
import { peopleOf } from "./department";
import { LARGEST_SAMPLE, sampleOrganisations } from "./organisations";
import { sampleFolder } from "./sample-folder";
import {
  SAMPLE_CENSUSES,
  SAMPLE_SEED,
  type SampleReturn,
  sampleHistory,
  sampleNation,
} from "./sample-nation";
import { usualIntervals } from "./usual-intervals";

const read = usualIntervals(committedText("categories.csv"));
if (!read.ok) throw new Error(read.problem.message);
const intervals = read.value;
const nation = sampleNation(SAMPLE_SEED, intervals);
const histories = nation.organisations.map((organisation) =>
  sampleHistory(SAMPLE_SEED, organisation, intervals),
);

const filesOf = (sampleReturn: SampleReturn): TotalsInput[] => {
  if (sampleReturn.state === "nil") return [];
  const { code, board, region } = sampleReturn.organisation;
  const files = sampleReturn.state === "returned" ? sampleReturn.files : sampleReturn.wouldSend;
  return [{ organisation: code, board, region, ...files }];
};
const totalsAt = (position: number): Map<string, Totals> =>
  independentTotals(nation.collections[position]?.returns.flatMap(filesOf) ?? []);
const allAt = (position: number): Totals => totalsAt(position).get("all") as Totals;
const folderHash = (files: readonly { path: string; text: string }[]): string => {
  const hash = createHash("sha256");
  for (const { path, text } of files) hash.update(`${path}\n${text}\n`);
  return hash.digest("hex");
};

describe("the sample nation is a pure function of its seed", () => {
  it("has the bytes pinned here, on every machine", () => {
    expect(folderHash(sampleFolder(nation))).toBe(
      "70b07f73eaa808ae102bbc24c0c6cef0bf20bd01707c4c512e1fbfb76027c142",
    );
  });

  it("is another nation with another seed", () => {
    expect(folderHash(sampleFolder(sampleNation(SAMPLE_SEED + 1, intervals)))).not.toBe(
      folderHash(sampleFolder(nation)),
    );
  });

  it("is part of the same nation when fewer organisations or collections are asked for", () => {
    const small = sampleNation(SAMPLE_SEED, intervals, { organisations: 3, collections: 1 });
    expect(small.organisations).toEqual(nation.organisations.slice(0, 3));
    expect(small.collections).toEqual([
      { ...nation.collections[1], returns: nation.collections[1]?.returns.slice(0, 3) },
    ]);
  });
});

describe("the organisations", () => {
  it("have no code or name of a real place, and a letter pattern that no real organisation has", () => {
    const real = committedTables().places;
    const codes = new Set(real.map(({ code }) => code));
    const names = new Set(real.map(({ name }) => name.toLowerCase()));
    for (const { code, name } of nation.organisations) {
      expect(code).toMatch(/^ZS\d{3}$/);
      expect(name).toMatch(/^Sample Trust \d{3}, /);
      expect(codes.has(code)).toBe(false);
      expect(names.has(name.toLowerCase())).toBe(false);
    }
    expect(real.filter(({ code }) => code.startsWith("ZS"))).toEqual([]);
  });

  it("stand five to a board, in eight boards of three regions in force at both censuses and after", () => {
    const { places, memberships } = committedTables();
    const boards = new Map<string, number>();
    for (const { board, region } of nation.organisations) {
      boards.set(board, (boards.get(board) ?? 0) + 1);
      const place = places.find(({ code }) => code === board);
      expect(place).toMatchObject({ level: "board", closes: null });
      expect(place?.opens ?? "0000").not.toBe("2026-04-01");
      expect(memberships.filter(({ child }) => child === board).map(({ parent }) => parent)).toEqual([
        region,
      ]);
    }
    expect([...boards.values()]).toEqual(Array(8).fill(5));
    expect(new Set(nation.organisations.map(({ region }) => region)).size).toBe(3);
  });

  it("use kinds and benchmark groups that real organisations have", () => {
    const real = committedTables().places;
    const kinds = new Set(real.map(({ kind }) => kind));
    const groups = new Set(real.map(({ benchmarkGroup }) => benchmarkGroup));
    for (const { kind } of nation.organisations) {
      expect(kinds).toContain(kind.placeKind);
      expect(groups).toContain(kind.benchmarkGroup);
    }
  });

  it("are small teams, half of fewer than 18 people, and from a handful to over 40", () => {
    const sizes = histories
      .map((states) => peopleOf(states[0]?.department as never).size)
      .sort((a, b) => a - b);
    const employers = sizes.filter((size) => size > 0);
    expect(employers.filter((size) => size < 18).length).toBeGreaterThan(LARGEST_SAMPLE / 2);
    expect(employers[0]).toBeGreaterThanOrEqual(3);
    expect(employers.at(-1)).toBeGreaterThan(40);
  });
});

describe("from one census to the next", () => {
  it("keeps the stock identity: opening + joiners − leavers = closing, by person key", () => {
    for (const [before, after] of histories) {
      const opening = peopleOf(before?.department as never);
      const closing = peopleOf(after?.department as never);
      const joiners = [...closing.keys()].filter((key) => !opening.has(key));
      const leavers = [...opening.keys()].filter((key) => !closing.has(key));
      expect(opening.size + joiners.length - leavers.length).toBe(closing.size);
      for (const key of joiners) expect(key).toBeGreaterThanOrEqual(before?.department.nextPerson as number);
      for (const [key, person] of closing) {
        const younger = opening.get(key);
        if (younger) expect(person.age).toBe(younger.age + 1);
      }
    }
  });

  it("shows the same in the files: keys joined across the years, most people stay", () => {
    const keysAt = (position: number) =>
      new Set(
        nation.collections[position]?.returns
          .flatMap(filesOf)
          .flatMap(({ workforce }) => workforce.match(/mk1_[\w-]{43}/g) ?? []),
      );
    const [before, after] = [keysAt(0), keysAt(1)];
    const stayed = [...before].filter((key) => after.has(key)).length;
    expect(stayed / before.size).toBeGreaterThan(0.8);
    expect(stayed / before.size).toBeLessThan(0.95);
  });

  it("freezes some posts, and keeps each post's reference", () => {
    for (const [before, after] of histories) {
      const seats = new Map(before?.department.posts.map((post) => [post.reference, post]));
      for (const post of after?.department.posts ?? []) {
        const same = seats.get(post.reference);
        if (same)
          expect([post.role, post.specialism, post.band]).toEqual([same.role, same.specialism, same.band]);
      }
    }
    const frozen = histories
      .flatMap((states) => states[1]?.department.posts ?? [])
      .filter((p) => p.vacancy === "frozen");
    expect(frozen.length).toBeGreaterThan(0);
  });
});

describe("the totals, of all 39 employers whether or not they returned", () => {
  it.each([0, 1])(
    "are those of a nation of 3,000 scaled to forty organisations (collection %i)",
    (position) => {
      const all = allAt(position);
      const vacancyRate = (100 * all.vacancyWte) / all.establishmentWte;
      const share55 = (100 * all.headcount55AndOver) / all.headcount;
      const devicesPerWte = all.devices / all.inPostWte;
      console.info(
        `Sample at ${SAMPLE_CENSUSES[position]}: ${all.headcount} people in post; vacancy ${vacancyRate.toFixed(1)} % ` +
          `(funded: establishment ${all.establishmentWte} WTE less in post ${all.inPostWte} WTE, over establishment); ` +
          `${share55.toFixed(1)} % aged 55 and over; ${devicesPerWte.toFixed(0)} devices per WTE in post.`,
      );
      expect(Math.abs(all.headcount - (3000 / 230) * 40)).toBeLessThan(60);
      expect(Math.abs(vacancyRate - 6)).toBeLessThan(0.5);
      expect(share55).toBeGreaterThan(15);
      expect(share55).toBeLessThan(30);
      // The range of what teams have said of themselves: 750 to 1,000 devices a head.
      expect(devicesPerWte).toBeGreaterThan(700);
      expect(devicesPerWte).toBeLessThan(1000);
      expect(all.ppmOnTime).toBeLessThan(all.ppmDueDone);
      expect(all.ppmDueDone).toBeLessThan(all.ppmDue);
    },
  );

  it("have an older workforce at the second census", () => {
    const share = (all: Totals) => all.headcount55AndOver / all.headcount;
    expect(share(allAt(1))).toBeGreaterThan(share(allAt(0)));
  });

  it("agree with the state behind the files", () => {
    for (const position of [0, 1]) {
      const totals = totalsAt(position);
      for (const states of histories) {
        const department = states[position]?.department;
        if (department === undefined || department.posts.length === 0) continue;
        const own = totals.get(department.organisation.code) as Totals;
        const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
        expect(own.establishmentWte).toBeCloseTo(sum(department.posts.map((p) => p.establishmentWte)), 4);
        expect(own.inPostWte).toBeCloseTo(sum(department.posts.map((p) => p.inPostWte)), 4);
        expect(own.coverWte).toBeCloseTo(sum(department.posts.map((p) => p.coverWte)), 4);
        expect(own.headcount).toBe(peopleOf(department).size);
        expect(own.devices).toBe(sum(states[position]?.fleet.groups.map((group) => group.devices) ?? []));
      }
    }
  });
});

describe("the responses", () => {
  it("are all but two with one nil in the closed collection, all but three with one nil in the open one", () => {
    const states = nation.collections.map(({ status, returns }) => [
      status,
      ...["returned", "nil", "not_returned"].map((state) => returns.filter((r) => r.state === state).length),
    ]);
    expect(states).toEqual([
      ["closed", 37, 1, 2],
      ["open", 36, 1, 3],
    ]);
  });

  it("leave at least three answers in every board at each census", () => {
    for (const { returns } of nation.collections) {
      const answered = new Map<string, number>();
      for (const { organisation, state } of returns)
        if (state !== "not_returned")
          answered.set(organisation.board, (answered.get(organisation.board) ?? 0) + 1);
      expect(Math.min(...answered.values())).toBeGreaterThanOrEqual(3);
    }
  });

  it("hold every way of saying it, every role, every specialism and every line type", () => {
    const text = nation.collections
      .flatMap(({ returns }) => returns.flatMap(filesOf))
      .map((f) => f.workforce)
      .join("");
    for (const value of [
      "budget",
      "person",
      "group",
      "vacancy",
      "frozen",
      "advertised",
      "not_advertised",
      "offer_made",
      "clinical_scientist",
      "professional_engineer",
      "clinical_technologist",
      "associate",
      "trainee",
      "manager",
      "support",
      "equipment_management",
      "device_governance",
      "rehabilitation",
      "clinical_measurement",
      "renal",
      "radiation",
      "device_design",
      "clinical_computing",
      "connectivity",
      "equipment_library",
      "community",
      "other",
      "unknown",
    ])
      expect(text).toContain(`,${value},`);
  });

  it("know every organisation that serves another", () => {
    const codes = new Set(sampleOrganisations(SAMPLE_SEED).map(({ code }) => code));
    for (const { servedBy } of nation.organisations) if (servedBy !== null) expect(codes).toContain(servedBy);
  });
});
