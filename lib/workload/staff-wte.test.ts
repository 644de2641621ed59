import { expect, it } from "vitest";
import { staffWte } from "./staff-wte";

const LINE = { line_type: "person", specialism: "renal", role: "clinical_technologist", in_post_wte: 0.8 };

it.each([
  ["a person whose absence was not sent", {}, 0.8, null],
  ["a person at work", { absence: "none" }, 0.8, 0],
  ["a person away for long", { absence: "parental" }, 0.8, 0.8],
  ["a group", { line_type: "group", in_post_wte: 3 }, 3, null],
])("counts %s", (_, cells, inPost, absent) => {
  expect(staffWte({ ...LINE, ...cells })).toEqual({
    specialism: "renal",
    role: "clinical_technologist",
    inPost,
    absent,
  });
});

it.each([
  ["a budget", { line_type: "budget", in_post_wte: 0 }],
  ["a vacancy", { line_type: "vacancy", in_post_wte: 0 }],
  ["a line without WTE in post", { in_post_wte: null }],
])("counts nobody on %s", (_, cells) => {
  expect(staffWte({ ...LINE, ...cells })).toBeNull();
});
