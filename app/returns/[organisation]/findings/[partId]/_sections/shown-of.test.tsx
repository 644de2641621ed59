import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FindingFilter, FindingGroup } from "@/lib/returns/group-findings";
import type { Finding } from "@/lib/returns/report";
import { ShownOf } from "./shown-of";

const finding = { severity: "error", code: "required" } as Finding;
const group = (shown: number, matching: number): FindingGroup => ({
  severity: "error",
  code: "required",
  count: matching,
  matching,
  findings: Array.from({ length: shown }, () => finding),
  same: [],
});
const said = (groups: FindingGroup[], filter: FindingFilter = {}, allInDownload = true, count = 23_411) =>
  renderToStaticMarkup(
    <ShownOf
      page="/findings"
      groups={groups}
      counts={count === 0 ? [] : [{ severity: "error", code: "required", count }]}
      filter={filter}
      allInDownload={allInDownload}
    />,
  ).replaceAll(/<[^>]+>/g, "");

test.each([
  ["more than are shown", said([group(1000, 23_411)]), "1,000 of 23,411 shown; all are in the download."],
  [
    "more than were kept and can be made again",
    said([group(1000, 23_411)], {}, false),
    "1,000 of 23,411 shown. Of each rule the first 1,000 were kept: the download holds those, and says of how many.",
  ],
  ["all of them", said([group(3, 3)], {}, true, 3), "3 findings."],
  ["one that is looked for", said([group(1, 1)], { rule: "required" }, true, 1), "1 finding matches."],
  [
    "none that is looked for",
    said([], { search: "x" }, true, 3),
    "No finding matches what you look for. Show all",
  ],
  ["none at all", said([], {}, true, 0), "Nothing was found wrong in this file."],
  [
    "words among those that were kept",
    said([group(2, 2)], { search: "x" }),
    "2 findings match. Words and columns are looked for among the first 1,000 findings of each rule.",
  ],
])("the page says it of %s", (_, text, expected) => {
  expect(text).toBe(expected);
});
