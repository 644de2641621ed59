import { expect, test } from "vitest";
import { OFFICIAL_STAFF_GROUP } from "@/lib/places/turnover";
import { type OfficialMonth, officialPanel } from "./official-panel";

const month = (given: Partial<OfficialMonth>): OfficialMonth => ({
  source: "somewhere",
  organisation: "RYF",
  month: "2025-10-01",
  staffGroup: OFFICIAL_STAFF_GROUP,
  startWte: 40,
  endWte: 40,
  joinersWte: 2,
  leaversWte: 1,
  ...given,
});

test("leavers become a rate where there are ten WTE or more", () => {
  expect(officialPanel([month({ startWte: 10 })])).toMatchObject({
    leaverRate: "10.0% of WTE left in October 2025",
    noRate: null,
  });
});

test.each([9.9, 1.2, 0])("on %s WTE no rate is given, and the panel says why", (startWte) => {
  const panel = officialPanel([month({ startWte })]);
  expect(panel?.leaverRate).toBeNull();
  expect(panel?.noRate).toMatch(/less than 10 WTE at the start.*one or two people.*publishes.*as published/);
});

test("the source's own numbers stand as it publishes them, one person's too", () => {
  expect(
    officialPanel([month({ startWte: 1.2, joinersWte: 0.6, leaversWte: 1, endWte: 0.8 })])?.months,
  ).toEqual([{ month: "October 2025", start: "1.2", joiners: "0.6", leavers: "1.0", end: "0.8" }]);
});

test("where a number is not known there is no rate, and the panel says that", () => {
  const panel = officialPanel([month({ leaversWte: null })]);
  expect(panel).toMatchObject({ leaverRate: null, noRate: expect.stringContaining("not have every number") });
  expect(panel?.months[0]?.leavers).toBe("not known");
});

test("an organisation that the source does not have has no panel", () => {
  expect(officialPanel([])).toBeNull();
  expect(officialPanel([month({ staffGroup: "Midwives" })])).toBeNull();
});
