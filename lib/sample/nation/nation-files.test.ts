import { describe, expect, it } from "vitest";
import { PARTS } from "@/lib/returns/parts";
import { committedText } from "@/tests/support/committed-tables";
import { independentTotals, type Totals } from "@/tests/support/independent-totals";
import type { NationOrganisation } from "./organisations";
import type { NationFile } from "./part-file";
import { filesOf, numberIn, rowsOf, wholeNation } from "./testing/whole-nation";

type Rows = Record<string, string>[];
type Sent = {
  census: string;
  organisation: NationOrganisation;
  returned: boolean;
  files: readonly NationFile[];
  rows: Partial<Record<string, Rows>>;
};

const nation = wholeNation(committedText("categories.csv"));
const truth = nation.truth();
const sent: Sent[] = nation.collections.flatMap(({ census, returns }) =>
  returns.map((one) => {
    const files = filesOf(one);
    const rows: Partial<Record<string, Rows>> = {};
    for (const file of files) rows[file.part] = [...(rows[file.part] ?? []), ...rowsOf(file)];
    return { census, organisation: one.organisation, returned: one.state === "returned", files, rows };
  }),
);
const textOf = (files: readonly NationFile[], part: string) => {
  const [first, ...more] = files.filter((file) => file.part === part).map(({ text }) => text);
  return (first ?? "") + more.map((text) => text.slice(text.indexOf("\n") + 1)).join("");
};
const totals = new Map(
  nation.collections.map(({ census }) => [
    census,
    independentTotals(
      sent
        .filter((each) => each.census === census && each.returned)
        .map(({ organisation, files }) => ({
          organisation: organisation.code,
          board: organisation.board ?? organisation.region,
          region: organisation.region,
          workforce: textOf(files, "workforce"),
          devices: textOf(files, "devices"),
        })),
    ),
  ]),
);

describe("the totals at each census", () => {
  it.each(nation.collections.map(({ census }) => census))(
    "%s: about 3,000 in post and about 6 % of funded posts vacant",
    (census) => {
      const states = truth.states.filter((state) => state.census === census);
      const sum = (of: (state: (typeof states)[number]) => number) =>
        states.reduce((so, state) => so + of(state), 0);
      const headcount = sum((state) => state.headcount);
      const establishment = sum((state) => state.establishmentWte);
      const rate = (100 * sum((state) => state.vacantWte)) / establishment;
      const all = totals.get(census)?.get("all") as Totals;
      const returnedRate = (100 * all.vacancyWte) / all.establishmentWte;
      console.info(
        `Nation at ${census}: ${headcount} people in post, ${establishment.toFixed(1)} WTE funded, vacancy ${rate.toFixed(1)} % ` +
          `(funded WTE less contracted WTE in post, over funded WTE); of those returned: ${all.headcount} people, ` +
          `${all.establishmentWte.toFixed(1)} WTE funded, ${returnedRate.toFixed(1)} % vacant, ${all.devices} devices.`,
      );
      expect(Math.abs(headcount - 3000)).toBeLessThan(100);
      expect(Math.abs(rate - 6)).toBeLessThan(1);
      expect(Math.abs(returnedRate - 6)).toBeLessThan(1);
      const devices = sum((state) => state.devices) / sum((state) => state.inPostWte);
      // Between one head for 750 devices and one for 1,000: what teams have said of themselves.
      expect(devices).toBeGreaterThan(750);
      expect(devices).toBeLessThan(1000);
      expect(sum((state) => state.ppmDueDone) / sum((state) => state.ppmDue)).toBeGreaterThan(0.8);
    },
  );

  it("agree with the truth of every organisation that returned", () => {
    for (const { census, organisation, returned, rows } of sent) {
      if (!returned) continue;
      const own = totals.get(census)?.get(organisation.code) as Totals;
      const state = truth.states.find(
        (each) => each.census === census && each.organisation === organisation.code,
      );
      expect(own.establishmentWte).toBeCloseTo(state?.establishmentWte ?? 0, 4);
      expect(own.inPostWte).toBeCloseTo(state?.inPostWte ?? 0, 4);
      expect(own.coverWte).toBeCloseTo(state?.coverWte ?? 0, 4);
      expect(own.headcount, `${organisation.code} ${census}`).toBe(state?.headcount);
      const aged = Object.entries(state?.ages ?? {}).reduce(
        (so, [age, heads]) => so + (Number(age) >= 55 ? heads : 0),
        0,
      );
      // Some ages are not known to the organisation.
      expect(own.headcount55AndOver).toBeLessThanOrEqual(aged);
      expect(own.headcount55AndOver).toBeGreaterThanOrEqual(aged - 4);
      const devices = (rows.devices ?? []).filter((row) => !row.owner_organisation_code);
      if (rows.devices)
        expect(devices.reduce((so, row) => so + numberIn(row, "device_count_end"), 0)).toBe(state?.devices);
    }
  });
});

describe("the workforce files", () => {
  it("say it in each way, tier and number of units", () => {
    const returned = sent.filter((each) => each.returned);
    const kinds = new Set(
      returned.map(({ organisation }) => `${organisation.wayOfSaying} ${organisation.tier}`),
    );
    expect(kinds.size).toBe(12);
    const apart = returned.filter(({ files }) => files.filter(({ part }) => part === "workforce").length > 1);
    expect(apart.length).toBeGreaterThan(8);
    for (const { files } of apart)
      for (const file of files.filter(({ serviceUnit }) => serviceUnit !== ""))
        if ("service_unit" in (rowsOf(file)[0] ?? {}))
          expect(new Set(rowsOf(file).map((row) => row.service_unit))).toEqual(new Set([file.serviceUnit]));
  });

  it("hold every role, band, specialism, vacancy state, absence, registration and programme", () => {
    const seen = new Map<string, Set<string>>();
    for (const { rows } of sent)
      for (const row of rows.workforce ?? [])
        for (const [column, value] of Object.entries(row))
          for (const member of value.split(";"))
            seen.set(column, (seen.get(column) ?? new Set()).add(member));
    const allowed = (column: string) =>
      PARTS.workforce?.columns.find(({ name }) => name === column)?.allowed?.map(({ value }) => value) ?? [];
    for (const column of [
      "line_type",
      "role",
      "afc_band",
      "specialism",
      "vacancy_state",
      "absence",
      "registration",
      "age_band",
    ])
      for (const value of allowed(column)) expect(seen.get(column), `${column} ${value}`).toContain(value);
    for (const programme of ["stp", "hsst", "ptp", "level_2", "level_4", "level_6"])
      expect(seen.get("training_programme")).toContain(programme);
    for (const funder of ["levy", "nhse", "heiw", "nes", "own"])
      expect(seen.get("training_funding")).toContain(funder);
    expect([...(seen.get("covers_post_ref") ?? [])].length).toBeGreaterThan(5);
    expect(seen.get("employer_organisation_code")).toContain("ZS107");
  });

  it("join people and posts from year to year: nine in ten keys of a return are in the next", () => {
    let [keys, kept] = [0, 0];
    for (const { census, organisation, rows } of sent.filter((each) => each.census < "2026-03-31")) {
      const next = sent.find(
        (each) =>
          each.organisation.code === organisation.code &&
          each.census.slice(0, 4) === String(Number(census.slice(0, 4)) + 1),
      );
      const later = new Set(next?.rows.workforce?.map((row) => row.person_key));
      if (later.size === 0) continue;
      for (const { person_key: key } of rows.workforce ?? []) {
        if (!key) continue;
        expect(key).toMatch(/^mk1_[\w-]{43}$/);
        keys += 1;
        if (later.has(key)) kept += 1;
      }
    }
    expect(kept / keys).toBeGreaterThan(0.82);
    expect(kept / keys).toBeLessThan(0.93);
  });
});

describe("the other parts", () => {
  it("have flows that add up: the last return's heads, and those who joined, less those who left, are this one's", () => {
    const headsOf = (rows: Rows | undefined) => {
      const keys = new Set<string>();
      let heads = 0;
      for (const row of rows ?? []) {
        if (row.line_type !== "person" && row.line_type !== "group") continue;
        const key = row.person_key ?? "";
        if (key !== "" && keys.has(key)) continue;
        keys.add(key);
        heads += numberIn(row, "headcount");
      }
      return heads;
    };
    let compared = 0;
    for (const { census, organisation, rows } of sent) {
      const before = sent.find(
        (each) =>
          each.organisation.code === organisation.code &&
          each.census.slice(0, 4) === String(Number(census.slice(0, 4)) - 1),
      );
      if (!before?.rows.workforce || !rows.workforce || !organisation.sends.flows) continue;
      const count = (direction: string) =>
        (rows.flows ?? []).filter((row) => row.direction === direction).length;
      compared += 1;
      expect(
        headsOf(before.rows.workforce) + count("joiner") - count("leaver"),
        `${organisation.code} ${census}`,
      ).toBe(headsOf(rows.workforce));
    }
    expect(compared).toBeGreaterThan(400);
  });

  it("have devices that add up: start + added + in − disposed − out = end, and a start that is last year's end", () => {
    const key = (row: Record<string, string>) =>
      [row.owner_organisation_code, row.category, row.setting, row.maintenance_model].join();
    for (const { census, organisation, rows } of sent) {
      if (organisation.tier === "core" || !rows.devices) continue;
      const before = sent.find(
        (each) =>
          each.organisation.code === organisation.code &&
          each.census.slice(0, 4) === String(Number(census.slice(0, 4)) - 1),
      );
      const ends = new Map(before?.rows.devices?.map((row) => [key(row), row.device_count_end]));
      const backlogs = new Map(before?.rows.devices?.map((row) => [key(row), row.backlog_jobs_end]));
      for (const row of rows.devices) {
        const of = (column: string) => numberIn(row, column);
        expect(
          of("device_count_start") +
            of("added") +
            of("transferred_in") -
            of("disposed") -
            of("transferred_out"),
        ).toBe(of("device_count_end"));
        if (ends.has(key(row))) expect(row.device_count_start).toBe(ends.get(key(row)));
        if (backlogs.get(key(row))) expect(row.backlog_jobs_start).toBe(backlogs.get(key(row)));
      }
      const moved = (column: string) => rows.devices?.reduce((so, row) => so + numberIn(row, column), 0);
      expect(moved("transferred_in")).toBe(moved("transferred_out"));
    }
  });

  it("have devices that grow, age, are connected and move into the community", () => {
    const share = (census: string, column: string, of = "device_count_end") => {
      const rows = sent
        .filter((each) => each.census === census && each.organisation.tier !== "core")
        .flatMap((each) => each.rows.devices ?? []);
      return (
        rows.reduce((so, row) => so + numberIn(row, column), 0) /
        rows.reduce((so, row) => so + numberIn(row, of), 0)
      );
    };
    expect(share("2026-03-31", "connected_count")).toBeGreaterThan(
      share("2023-03-31", "connected_count") + 0.02,
    );
    expect(share("2026-03-31", "over_life_count")).toBeGreaterThan(0.15);
    expect(share("2026-03-31", "over_life_count")).toBeLessThan(0.4);
    expect(share("2026-03-31", "transferred_in")).toBeGreaterThan(0.0005);
    const devices = (census: string) =>
      truth.states.filter((state) => state.census === census).reduce((so, state) => so + state.devices, 0);
    expect(devices("2026-03-31") / devices("2023-03-31")).toBeGreaterThan(1.03);
  });

  it("leave between a quarter and 95 % of technologists' time to recorded device hours, nearly everywhere", () => {
    const shares = sent.flatMap(({ organisation, rows }) => {
      if (
        organisation.tier === "core" ||
        !rows.devices ||
        !rows.workforce ||
        rows.devices.some((row) => row.owner_organisation_code)
      )
        return [];
      const time = rows.workforce
        .filter(
          (row) =>
            /clinical_technologist|associate/.test(row.role ?? "") &&
            /equipment_management|equipment_library|community|renal/.test(row.specialism ?? ""),
        )
        .reduce((so, row) => so + numberIn(row, "in_post_wte") * 1550, 0);
      const hours = rows.devices.reduce(
        (so, row) => so + numberIn(row, "ppm_hours") + numberIn(row, "repair_hours"),
        0,
      );
      return time > 0 ? [hours / time] : [];
    });
    expect(shares.filter((each) => each > 0.95).length / shares.length).toBeLessThan(0.1);
    // A mental health trust's devices are many, and small.
    expect(shares.filter((each) => each < 0.25).length / shares.length).toBeLessThan(0.12);
  });

  it("have assets of small organisations only, whose references last and whose sums are the truth's", () => {
    const withAssets = sent.filter(({ rows }) => rows.assets);
    expect(withAssets.length).toBeGreaterThan(8);
    for (const { census, organisation, rows } of withAssets) {
      const assets = rows.assets ?? [];
      expect(rows.devices).toBeUndefined();
      expect(assets.length).toBeLessThanOrEqual(3000);
      expect(new Set(assets.map((row) => row.asset_ref)).size, organisation.code).toBe(assets.length);
      const there = assets.filter((row) => row.disposed === "");
      const state = truth.states.find(
        (each) => each.census === census && each.organisation === organisation.code,
      );
      const sum = (column: string) => assets.reduce((so, row) => so + numberIn(row, column), 0);
      expect(there.length).toBe(state?.devices);
      expect([sum("ppm_due"), sum("ppm_due_done")]).toEqual([state?.ppmDue, state?.ppmDueDone]);
      for (const row of assets) {
        expect(numberIn(row, "ppm_on_time")).toBeLessThanOrEqual(numberIn(row, "ppm_due_done"));
        expect(numberIn(row, "ppm_due_done") + numberIn(row, "ppm_not_found")).toBeLessThanOrEqual(
          numberIn(row, "ppm_due"),
        );
        expect(
          (row.commissioned ?? "") <= census && (row.disposed === "" || (row.disposed ?? "") <= census),
        ).toBe(true);
      }
      const next = withAssets.find(
        (each) => each.organisation.code === organisation.code && each.census > census,
      );
      const later = new Set(next?.rows.assets?.map((row) => row.asset_ref));
      if (next) expect(there.filter((row) => later.has(row.asset_ref ?? "")).length).toBe(there.length);
    }
  });

  it("are sent by about as many as are said to", () => {
    for (const { census } of nation.collections) {
      const returned = sent.filter((each) => each.census === census && each.returned);
      const share = (part: string) => returned.filter(({ rows }) => rows[part]).length / returned.length;
      expect(share("devices") + share("assets")).toBeGreaterThan(0.98);
      expect(Math.abs(share("activities") - 0.5)).toBeLessThan(0.1);
      expect(share("flows")).toBeGreaterThan(0.55);
      expect(Math.abs(share("profile") - 0.9)).toBeLessThan(0.08);
    }
  });

  it("have a profile of every unit, Scotland's hours, whom a host serves, and some columns left blank", () => {
    for (const { census, organisation, rows } of sent) {
      for (const row of rows.profile ?? []) {
        const scotland = organisation.nation === "scotland";
        expect(row.standard_hours_per_week).toBe(scotland ? "37" : "37.5");
        expect([row.standard_hours_next, row.standard_hours_from]).toEqual(
          scotland && census === "2026-03-31" ? ["36", "2026-04-01"] : ["", ""],
        );
        expect(
          numberIn(row, "procurements_from_specification") + numberIn(row, "procurements_not_consulted"),
        ).toBeLessThanOrEqual(numberIn(row, "device_procurements_12m") || Infinity);
        expect(numberIn(row, "network_incidents_before_harm")).toBeLessThanOrEqual(
          numberIn(row, "network_incidents_12m") || Infinity,
        );
      }
      if (rows.profile) expect(rows.profile.length).toBe(Math.max(1, organisation.units.length));
    }
    const profiles = sent.flatMap(({ rows }) => rows.profile ?? []);
    expect(profiles.find((row) => row.organisation_code === "ZS011")?.organisations_served).toBe("ZS015");
    for (const column of ["sufficiency", "represented_on", "sickness_days", "accreditation", "on_call"]) {
      const said = profiles.filter((row) => row[column] !== "").length / profiles.length;
      expect(said, column).toBeGreaterThan(0.6);
      if (column !== "sufficiency") expect(said, column).toBeLessThan(1);
    }
  });

  it("agree with one another and with last year's, as the checks of a whole return ask, nearly everywhere", () => {
    const broken = new Map<string, number>();
    let returns = 0;
    const ask = (rule: string, holds: boolean) => {
      if (!holds) broken.set(rule, (broken.get(rule) ?? 0) + 1);
    };
    const near = (one: number, other: number, share: number) =>
      Math.abs(one - other) <= share * Math.abs(other) + 1e-9;
    for (const { census, organisation, rows } of sent) {
      if (!rows.workforce) continue;
      returns += 1;
      const sum = (column: string, part = rows.workforce) =>
        (part ?? []).reduce((so, row) => so + numberIn(row, column), 0);
      const [profile, ...units] = rows.profile ?? [];
      if (profile && units.length === 0) {
        const ledger = numberIn(profile, "establishment_ledger_wte");
        ask("ledger", near(ledger, sum("establishment_wte"), 0.02));
        const vacant = sum("establishment_wte") - sum("in_post_wte");
        ask(
          "sufficient",
          vacant > 0.001 || profile.sufficiency === "" || numberIn(profile, "sufficiency") > 2,
        );
      }
      const before = sent.find(
        (each) =>
          each.organisation.code === organisation.code &&
          each.census.slice(0, 4) === String(Number(census.slice(0, 4)) - 1),
      )?.rows;
      if (!before?.workforce) continue;
      if (organisation.openingPosts >= 12)
        ask("wte", near(sum("in_post_wte"), sum("in_post_wte", before.workforce), 0.15));
      if (rows.devices && before.devices)
        ask(
          "devices",
          near(sum("device_count_end", rows.devices), sum("device_count_end", before.devices), 0.15),
        );
      ask("identical", JSON.stringify(rows.workforce) !== JSON.stringify(before.workforce));
    }
    expect(broken.get("ledger")).toBeUndefined();
    expect(broken.get("devices")).toBeUndefined();
    expect(broken.get("identical")).toBeUndefined();
    expect((broken.get("wte") ?? 0) / returns).toBeLessThan(0.05);
    expect((broken.get("sufficient") ?? 0) / returns).toBeLessThan(0.02);
  });

  it("use declared columns only, in declared order", () => {
    for (const { files } of sent)
      for (const { part, text } of files) {
        const declared = PARTS[part]?.columns.map(({ name }) => name);
        if (!declared) continue;
        const header = text.slice(0, text.indexOf("\n")).split(",");
        expect(declared.filter((name) => header.includes(name))).toEqual(header);
      }
  });
});
