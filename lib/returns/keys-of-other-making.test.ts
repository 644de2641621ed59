import { expect, test } from "vitest";
import { type KeyedFile, keysOfOtherMaking } from "./keys-of-other-making";

const file = (id: string, keyFingerprint: string | null, serviceUnit = ""): KeyedFile => ({
  id,
  serviceUnit,
  keyFingerprint,
});

test.each<[string, KeyedFile[], KeyedFile[], string[]]>([
  ["one key in both years", [file("now", "a")], [file("then", "a")], []],
  ["another key this year", [file("now", "b")], [file("then", "a")], ["now", "then"]],
  ["a key that is not known", [file("now", "b")], [file("then", null)], []],
  ["keys hashed elsewhere now", [file("now", null)], [file("then", "a")], []],
  ["no file last year", [file("now", "a")], [], []],
  [
    "another key of one unit: its people alone, in both years",
    [file("now", "a"), file("renal now", "b", "Renal")],
    [file("then", "a"), file("renal then", "a", "renal")],
    ["renal now", "renal then"],
  ],
])("%s", (_, now, before, expected) => {
  expect([...keysOfOtherMaking(now, before)].sort()).toEqual(expected.sort());
});
