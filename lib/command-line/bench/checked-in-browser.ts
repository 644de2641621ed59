import type { Page } from "playwright-core";
import { DEMO_ORGANISATION, DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";
import { findChromium } from "../find-chromium";
import { say } from "../say";
import { atMost, type BenchRow, median } from "./bench-row";
import { DEVICE_COLUMNS, deviceRows } from "./million-devices";

const CENSUS = "2026-03-31";
const ROUNDS = 20;
const LARGE = 100_000;

/**
 * Files dropped on the page of a return in a real browser: from the drop to the findings on the screen, of a trust's
 * sixty people, and of a large file how long it takes and how long the page keeps anyone waiting meanwhile. Nothing is
 * sent. The thread of the checks has started with the page, as it has for whoever drops a file.
 */
export async function checkedInBrowser(url: string): Promise<BenchRow[]> {
  const found = await findChromium(say);
  if (!found.ok) throw new Error(`${found.problem.message} ${found.problem.mend}`);
  const { chromium } = await import("playwright-core");
  const browser = await chromium.launch({
    executablePath: found.value,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage({ baseURL: url });
    await signIn(page);
    const known = page.waitForResponse((response) => response.url().includes("/check-context"));
    await page.goto(`/returns/${DEMO_ORGANISATION}?census=${CENSUS}`);
    await known;
    const small: number[] = [];
    const people = sixtyPeople();
    await drop(page, "workforce", people);
    for (let round = 0; round < ROUNDS; round += 1) small.push((await drop(page, "workforce", people)).taken);
    const large = await drop(page, "devices", largeFile());
    return [
      atMost(100, {
        name: "sixty people, from drop to findings in the browser",
        value: median(small),
        unit: "ms",
      }),
      atMost(100, {
        name: `a file of ${LARGE.toLocaleString("en-GB")} rows checked in the browser in ${(large.taken / 1000).toFixed(1)} s: longest that the page kept anyone waiting`,
        value: large.longestWait,
        unit: "ms",
      }),
    ];
  } finally {
    await browser.close();
  }
}

async function signIn(page: Page): Promise<void> {
  const submitter = DEMO_PEOPLE.find(({ memberships }) =>
    memberships.some(({ role, organisation }) => role === "submitter" && organisation === DEMO_ORGANISATION),
  );
  await page.goto("/sign-in");
  await page.fill("#email", submitter?.email ?? "");
  await page.fill("#password", DEMO_PASSWORD);
  await Promise.all([page.waitForEvent("load"), page.click("main button[type=submit]")]);
}

/** Drops a file, and waits until what was found in it is painted. Milliseconds. */
async function drop(page: Page, part: string, text: string): Promise<{ taken: number; longestWait: number }> {
  await page.evaluate(
    `document.querySelectorAll(".muster-checked > p > button").forEach((button) => button.click())`,
  );
  await page.waitForSelector("#found-here", { state: "detached" });
  return page.evaluate(`new Promise((resolve) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([${JSON.stringify(text)}], "${part}.csv", { type: "text/csv" }));
    let last = performance.now();
    let longestWait = 0;
    const ticking = setInterval(() => {
      const now = performance.now();
      longestWait = Math.max(longestWait, now - last);
      last = now;
    }, 4);
    const began = performance.now();
    const seen = new MutationObserver(() => {
      if (!document.querySelector("#checked-${part}")) return;
      seen.disconnect();
      requestAnimationFrame(() => setTimeout(() => {
        clearInterval(ticking);
        resolve({ taken: performance.now() - began, longestWait });
      }));
    });
    seen.observe(document.body, { childList: true, subtree: true });
    document.querySelector(".muster-drop")
      .dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  })`);
}

/** A workforce file as a trust may first send it: every tenth line has something wrong with it. */
function sixtyPeople(): string {
  const header =
    "census_date,organisation_code,line_type,post_ref,role,specialism,afc_band,establishment_wte,in_post_wte,headcount,age_band,contract_type,start_year";
  const lines = Array.from({ length: 60 }, (_, index) => {
    const age = index % 10 === 3 ? "old" : "45_49";
    const band = index % 10 === 7 ? "Band 12" : "Band 6";
    return `${CENSUS},${DEMO_ORGANISATION},person,P${index},Clinical Technologist,MEMS,${band},1,0.8,1,${age},permanent,2014`;
  });
  return `${[header, ...lines].join("\n")}\n`;
}

function largeFile(): string {
  const lines: string[] = [DEVICE_COLUMNS.join(",")];
  for (const piece of deviceRows(DEMO_ORGANISATION, CENSUS, LARGE))
    for (const row of piece) lines.push(row.join(","));
  return `${lines.join("\n")}\n`;
}
