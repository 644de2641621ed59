import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OFFICIAL_STAFF_GROUP } from "@/lib/places/turnover";
import { officialPanel } from "@/lib/published/official-panel";
import { OfficialStatistics } from "./official-statistics";

const shown = (startWte: number) => {
  const panel = officialPanel([
    {
      source: "somewhere",
      organisation: "RYF",
      month: "2025-10-01",
      staffGroup: OFFICIAL_STAFF_GROUP,
      startWte,
      endWte: startWte,
      joinersWte: 0,
      leaversWte: 1,
    },
  ]);
  if (!panel) throw new Error("no panel");
  return renderToStaticMarkup(<OfficialStatistics panel={panel} name="Somewhere" besideSample={false} />);
};

test("the panel of few staff says why there is no rate, and speaks of none", () => {
  expect(shown(2)).toContain("No leaver rate is given: with less than 10 WTE");
  expect(shown(2)).not.toContain("the rate of those months");
  expect(shown(40)).toContain("2.5% of WTE left in October 2025");
  expect(shown(40)).not.toContain("No leaver rate is given");
});
