import { expect, test } from "vitest";
import { textWidth, wrapText } from "./wrap-text";

test.each([
  ["a short text is one line", "London", 100, ["London"]],
  ["it breaks between words", "North East and Yorkshire", 100, ["North East and", "Yorkshire"]],
  ["a word longer than the line stays whole", "Gastroenterologists", 40, ["Gastroenterologists"]],
  ["nothing is no line", "  ", 100, []],
])("%s", (_, text, width, lines) => {
  expect(wrapText(text, 14, width)).toEqual(lines);
});

test("no line is wider than it may be, when its words are not", () => {
  const text = "Equipment management, governance, library and community of the whole of the north";
  for (const line of wrapText(text, 15, 160)) expect(textWidth(line, 15)).toBeLessThanOrEqual(160);
});

test("width grows with size and with text", () => {
  expect(textWidth("mm", 14)).toBeGreaterThan(textWidth("ii", 14));
  expect(textWidth("abc", 28)).toBeCloseTo(2 * textWidth("abc", 14));
});
