import { expect, test } from "vitest";
import { exactText } from "./own-text";

test.each([
  ["whole", 12, "12.0"],
  ["one decimal", 12.5, "12.5"],
  ["five decimals", 12.93333, "12.93"],
  ["a sum that binary arithmetic put beside its number", 0.1 + 0.2, "0.3"],
])("WTE are read to two decimals at most: %s", (_, value, text) => {
  expect(exactText(value, "wte")).toBe(text);
});

test("what is not known is no nought", () => expect(exactText(null, "wte")).toBe("not known"));
