import { expect, it } from "vitest";
import { agreedText, readAgreed, withAgreed } from "./agreed-repairs";

const made = [{ code: "white-space", message: "Spaces around values were removed.", count: 12 }];

it("travels with the file and comes back", () => {
  expect(readAgreed(agreedText(made))).toEqual({ "white-space": 12 });
  expect(readAgreed("")).toEqual({});
});

it.each([
  "white-space",
  "white-space:",
  "white-space:-1",
  "constructor:1",
  "no-such-repair:1",
  "white-space:1,",
])("takes no nonsense: %s", (text) => expect(readAgreed(text)).toBeNull());

it("is kept beside the repair that was made, or as one that was made before sending", () => {
  expect(withAgreed(made, { "white-space": 12, "lines-above-header": 2 })).toEqual([
    { ...made[0], agreed: 12 },
    {
      code: "lines-above-header",
      message: "Lines above the header were left out.",
      count: 2,
      agreed: 2,
      beforeSending: true,
    },
  ]);
  expect(withAgreed(made)).toEqual(made);
});
