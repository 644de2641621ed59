import { expect, test } from "vitest";
import { FINDINGS_QUERY, filterOf, filterText, findingsHref } from "./search-params";

test("what is looked for is carried by the address and by a form, and comes back the same", () => {
  const filter = {
    severity: "error",
    subject: "cells",
    rule: "not-allowed",
    column: "Band & grade",
    search: "10% of #4",
  } as const;
  const query = new URL(`https://a.example${findingsHref("/findings", filter)}`).searchParams;
  expect(FINDINGS_QUERY.parse(Object.fromEntries(query))).toEqual(filter);
  expect(filterOf(filterText(filter))).toEqual(filter);
  expect(findingsHref("/findings", {})).toBe("/findings#found");
});

test("nonsense is as good as nothing", () => {
  expect(FINDINGS_QUERY.parse({ severity: "grave", rule: "<b>", column: "", search: ["  ", "x"] })).toEqual(
    {},
  );
  expect(filterOf(undefined)).toEqual({});
});
