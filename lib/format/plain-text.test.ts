import { expect, test } from "vitest";
import { linesWithoutControls, withoutControls } from "./plain-text";

test.each([
  ["a NUL in it", "North\u0000 site", "North site", "North site"],
  ["an escape and a delete", "\u001b[31mred\u007f", "[31mred", "[31mred"],
  ["lines", "one\r\ntwo\tthree", "onetwothree", "one\r\ntwo\tthree"],
  ["letters of any language", "Ŵy’n 日本 🙂", "Ŵy’n 日本 🙂", "Ŵy’n 日本 🙂"],
])("text with %s keeps what people type", (_, text, line, lines) => {
  expect(withoutControls(text)).toBe(line);
  expect(linesWithoutControls(text)).toBe(lines);
});
