import { DOMParser } from "linkedom";
import { expect, test } from "vitest";
import { RULE_SET } from "@/lib/returns/rule-set";
import { METHOD_CHANGES } from "./method-changes";
import { newsOf } from "./news";
import { newsFeed } from "./news-feed";
import { releaseOf } from "./scene.fixture";

const first = releaseOf({
  number: 1,
  census: "2025-03-31",
  ruleSet: "2026.3",
  publishedAt: "2026-10-01T09:00:00Z",
});
const corrected = releaseOf({ number: 2, status: "corrected", publishedAt: "2026-11-01T09:00:00Z" });
const correction = releaseOf({
  number: 3,
  replaces: 2,
  about: "A late return.",
  publishedAt: "2026-12-01T09:00:00Z",
});
const releases = [correction, corrected, first];

test("news is newest first: releases, corrections, changes of method, rules and interface", () => {
  const items = newsOf(releases);
  expect(items.map(({ date }) => date)).toEqual(
    items
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  );
  expect(new Set(items.map(({ kind }) => kind))).toEqual(
    new Set(["release", "correction", "method", "rules", "api"]),
  );
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
});

test("a correction says what it corrects and why, and what it corrects says by what", () => {
  const [now, before] = newsOf(releases).filter(({ id }) => id === "release:3" || id === "release:2");
  expect(now).toMatchObject({
    kind: "correction",
    title: "Release 3 corrects release 2",
    href: "/places/K02000001/r3#changed",
  });
  expect(now?.words).toContain("A late return.");
  expect(before?.words).toMatch(/corrected by release 3/);
});

test("a release whose returns were checked by other rules than the one before says so", () => {
  const words = newsOf(releases).find(({ id }) => id === "release:2")?.words;
  expect(words).toContain("checked by rule set 1; those of release 1 by 2026.3");
});

test("a withdrawn release is news without a page, and one that nobody has published is none", () => {
  const items = newsOf([
    { ...first, status: "withdrawn", note: "a wrong file", withdrawnAt: "2026-12-02T09:00:00Z" },
    { ...corrected, publishedAt: null },
  ]);
  expect(items.find(({ id }) => id === "release:1")).toMatchObject({ href: "/data" });
  expect(items.find(({ id }) => id === "release:1")?.words).toContain("withdrawn: a wrong file");
  expect(items.find(({ kind }) => kind === "withdrawal")).toMatchObject({
    date: "2026-12-02",
    title: "Release 1 is withdrawn",
  });
  expect(items.find(({ kind }) => kind === "withdrawal")?.words).toContain("a wrong file");
  expect(items.some(({ id }) => id === "release:2")).toBe(false);
});

test("the rules in force are news: a rule set that is raised has its entry", () => {
  expect(METHOD_CHANGES.map(({ ruleSet }) => ruleSet)).toContain(RULE_SET);
});

test("the feed has every item once, with what a reader of Atom needs, whatever its words hold", () => {
  const items = newsOf([{ ...first, about: 'R&D <late> "return"' }]);
  const feed = newsFeed(items, "https://muster.example");
  const document = new DOMParser().parseFromString(feed, "text/xml");
  expect(document.querySelectorAll("entry")).toHaveLength(items.length);
  for (const name of ["id", "title", "updated", "link", "summary"])
    expect(document.querySelectorAll(`entry > ${name}`)).toHaveLength(items.length);
  expect(document.querySelector("feed > updated")?.textContent).toBe(`${items[0]?.date}T00:00:00Z`);
  expect(feed).toContain("R&amp;D &lt;late&gt;");
  expect(feed).toContain('href="https://muster.example/places/K02000001/r1"');
});
