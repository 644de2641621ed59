import { expect, test } from "vitest";
import { nameInSentence } from "./name-in-sentence";

test.each([
  ["United Kingdom", "the United Kingdom"],
  ["Midlands", "the Midlands"],
  ["North East and Yorkshire", "the North East and Yorkshire"],
  ["London", "London"],
  ["NHS Devon Integrated Care Board", "Devon"],
  ["NHS North East London Integrated Care Board", "North East London"],
])("%s in a sentence is %s", (name, words) => {
  expect(nameInSentence(name)).toBe(words);
});
