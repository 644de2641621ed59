import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Row } from "../part";
import { WORKFORCE } from "../parts/workforce";
import { checkText, HEADER, LINE } from "../testing/check-text";
import { createPeopleAsGroups } from "./people-as-groups";
import { rowsAsCsv } from "./rows-as-csv";

const grouped = (rows: readonly Row[]) => {
  const people = createPeopleAsGroups();
  for (const row of rows) people.take(row);
  return people.end();
};
const person = (cells: Row): Row => ({
  ...Object.fromEntries(WORKFORCE.columns.map(({ name }) => [name, null])),
  line_type: "person",
  role: "manager",
  afc_band: "7",
  in_post_wte: 1,
  age_band: "45_49",
  ...cells,
});

describe("people as groups", () => {
  it("joins people equal in every fact, without their keys", () => {
    const { rows } = grouped([
      person({ post_ref: "A", person_key: "mk1_x", in_post_wte: 0.1 }),
      person({ post_ref: "B", person_key: "mk1_y", in_post_wte: 0.2, headcount: 1 }),
    ]);
    expect(rows).toEqual([person({ line_type: "group", in_post_wte: 0.3, headcount: 2 })]);
  });

  it.each(["role", "specialism", "afc_band", "age_band", "contract_type", "service_unit", "start_year"])(
    "keeps people apart whose %s differs",
    (name) => {
      expect(grouped([person({ [name]: "one" }), person({ [name]: "other" })]).groups).toBe(2);
    },
  );

  it("keeps people apart where one lacks a figure that the other has", () => {
    const { rows } = grouped([person({ establishment_wte: 1 }), person({})]);
    expect(rows.map((row) => row.establishment_wte)).toEqual([1, null]);
  });

  it("keeps budget and vacancy lines as they are", () => {
    const kept = [
      person({ line_type: "budget", establishment_wte: 4, in_post_wte: null }),
      person({ line_type: "vacancy", post_ref: "V", in_post_wte: null }),
    ];
    expect(grouped(kept).rows).toEqual(kept);
  });

  const wte = fc.integer({ min: 0, max: 500_000 }).map((parts) => parts / 100_000);
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
  const line = fc
    .record({
      line_type: fc.constantFrom("person", "group", "budget", "vacancy"),
      role: fc.constantFrom("manager", "trainee"),
      age_band: fc.constantFrom("45_49", "unknown"),
      post_ref: maybe(fc.string()),
      establishment_wte: maybe(wte),
      in_post_wte: maybe(wte),
      temporary_cover_wte: maybe(wte),
      headcount: maybe(fc.integer({ min: 0, max: 50 })),
    })
    .map((cells) => person(cells));

  test("leave every sum as it was, in every kind of line and role", () => {
    fc.assert(
      fc.property(fc.array(line), (rows) => {
        const people = (row: Row) => row.line_type === "person" || row.line_type === "group";
        const total = (of: readonly Row[], name: string, role: string, ofPeople: boolean) =>
          of
            .filter((row) => row.role === role && people(row) === ofPeople)
            .reduce((sum, row) => {
              const one = name === "headcount" && row.line_type === "person" ? 1 : 0;
              return sum + Math.round(((row[name] as number | null) ?? one) * 100_000);
            }, 0);
        const after = grouped(rows).rows;
        for (const name of ["establishment_wte", "in_post_wte", "temporary_cover_wte", "headcount"])
          for (const role of ["manager", "trainee"])
            for (const ofPeople of [true, false])
              expect(total(after, name, role, ofPeople)).toBe(total(rows, name, role, ofPeople));
        expect(after.some(({ line_type }) => line_type === "person")).toBe(false);
      }),
    );
  });

  it("are accepted as a file where the people were", async () => {
    const file = `${HEADER}\n${LINE}\n${LINE}\n${LINE.replace("45_49", "50_54")}\n`;
    const { report, rows } = await checkText(file);
    expect(report.verdict).toBe("accepted");
    const csv = [...rowsAsCsv(WORKFORCE, grouped(rows.map(({ row }) => row)).rows)].join("");
    const again = await checkText(csv);
    expect(again.report.verdict).toBe("accepted");
    expect(again.rows.map(({ row }) => [row.line_type, row.headcount, row.in_post_wte])).toEqual([
      ["group", 2, 2],
      ["group", 1, 1],
    ]);
  });
});
