import { describe, expect, test } from "vitest";
import { committedTables, committedTexts } from "@/tests/support/committed-tables";
import { joinReferenceTables, readReferenceTables, writeReferenceTables } from "./reference-tables";

const bare = {
  places: "code,level,name,kind,benchmark_group,legal_form,postcode,ons_code,opens,closes,source\n",
  memberships: "child,parent,valid_from,valid_to,evidence,note\n",
  names: "code,name,until,note\n",
  successions: "from_code,to_code,date,kind,note\n",
  formerCodes: "code,scheme,former_code,until,note\n",
};

describe("reading the reference tables", () => {
  test("writing what was read gives the committed files back, byte for byte", () => {
    expect(writeReferenceTables(committedTables())).toEqual(committedTexts());
  });

  test("empty cells are null, and quoted cells keep their commas", () => {
    const read = readReferenceTables({
      ...bare,
      places: `${bare.places}RF4,organisation,"Barking, Havering and Redbridge",,,,,,,,\n`,
    });
    expect(read).toMatchObject({
      ok: true,
      value: {
        places: [
          {
            code: "RF4",
            name: "Barking, Havering and Redbridge",
            kind: null,
            opens: null,
            closes: null,
            synthetic: false,
          },
        ],
      },
    });
  });

  test("a place is fictional only where the table says so", () => {
    const places =
      "code,level,name,kind,benchmark_group,legal_form,postcode,ons_code,opens,closes,source,synthetic\n" +
      "ZS001,organisation,Sample Trust 001,,,,,,,,,yes\nRJ1,organisation,A trust,,,,,,,,,\n";
    const read = readReferenceTables({ ...bare, places });
    expect(read.ok && read.value.places.map(({ synthetic }) => synthetic)).toEqual([true, false]);
  });

  test.each([
    [
      "an unknown level",
      { places: `${bare.places}RJ1,trust,A trust,,,,,,,,\n` },
      "places.csv, line 2: level is “trust”",
    ],
    [
      "a missing name",
      { places: `${bare.places}RJ1,organisation,,,,,,,,,\n` },
      "places.csv, line 2: name is empty",
    ],
    [
      "a day that is none",
      { names: `${bare.names}RJ1,Old,2026-02-30,\n` },
      "names.csv, line 2: until is “2026-02-30”",
    ],
    [
      "a cell after one of two lines",
      { names: `${bare.names}RJ1,Old,,"two\nlines"\nRJ1,Older,soon,\n` },
      "names.csv, line 4: until",
    ],
    ["unknown evidence", { memberships: `${bare.memberships}RJ1,QKK,,,hearsay,\n` }, "evidence is “hearsay”"],
    ["a missing column", { names: "code,name\n" }, "names.csv has no column until, note"],
    ["an empty file", { names: "" }, "names.csv is empty"],
  ])("%s is refused with its file and line", (_, texts, message) => {
    const read = readReferenceTables({ ...bare, ...texts });
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problem.message).toContain(message);
  });

  test("a table that is not given is empty", () => {
    expect(readReferenceTables({ places: bare.places })).toEqual({
      ok: true,
      value: { places: [], memberships: [], names: [], successions: [], formerCodes: [] },
    });
  });

  test("joined tables hold the rows of both", () => {
    const real = committedTables();
    const joined = joinReferenceTables(real, {
      places: real.places.slice(0, 1).map((place) => ({ ...place, code: "ZS001", synthetic: true })),
      memberships: [],
      names: [],
      successions: [],
      formerCodes: [],
    });
    expect(joined.places).toHaveLength(real.places.length + 1);
    expect(joined.memberships).toHaveLength(real.memberships.length);
  });
});
