import { expect, it } from "vitest";
import { PART_NAMES } from "../part";
import { PARTS } from "../parts";
import { templateCsv } from "../template";
import { recognisePart } from "./recognise-part";

const bytes = (text: string) => new TextEncoder().encode(text);

it.each(PART_NAMES)("recognises the template of %s, and the titles of its columns", (name) => {
  expect(recognisePart(bytes(templateCsv(PARTS[name], { examples: true })), "workforce")).toBe(name);
  expect(
    recognisePart(
      bytes(`Some title\n\n${PARTS[name].columns.map(({ title }) => title).join(";")}\n`),
      "workforce",
    ),
  ).toBe(name);
});

it("takes nothing for a part that is none", () => {
  expect(recognisePart(bytes("a,b\n1,2\n"), "workforce")).toBeNull();
  expect(recognisePart(bytes("PK\u0003\u0004"), "workforce")).toBeNull();
});

it("reads a beginning that ends within a letter", () => {
  const whole = bytes(`${templateCsv(PARTS.flows, { examples: true })}é`);
  expect(recognisePart(whole.subarray(0, -1), "workforce")).toBe("flows");
});
