import { expect, test } from "vitest";
import { census, reason, serviceUnit } from "./form-fields";

test.each(["2026-02-30", "2026-13-01", "26-03-31", "", "2026-03-31\u0000"])(
  "“%s” is no census date, and a sentence says so",
  (text) => {
    expect(census.safeParse(text).error?.issues[0]?.message).toMatch(/^There is no such census date\./);
  },
);

test("a real day is one", () => {
  expect(census.parse("2024-02-29")).toBe("2024-02-29");
});

test("what no database takes is left out of what people write", () => {
  expect(reason.parse("First\u0000 line\r\nand second")).toBe("First line\r\nand second");
  expect(serviceUnit.parse(" North\u0000\u001b ")).toBe("North");
  expect(serviceUnit.parse(undefined)).toBe("");
});
