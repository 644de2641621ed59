import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../support/chromium";
import { type SignedInLooker, signedInLooker } from "../support/signed-in-looker";
import { type TestSite, testSite } from "../support/site";
import { CENSUS, filesToTry } from "./journey-files";
import { cookieOf, type Owner, ownerOf, press, said, signIn } from "./journey-people";
import { sendStream } from "./journey-raw";

let site: TestSite;
let browser: Browser;
let owner: Owner;
let looker: SignedInLooker;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  browser = await launchChromium();
  looker = await signedInLooker(browser);
});
afterAll(async () => {
  await looker?.close();
  await browser?.close();
  await owner?.end();
});

/** A clean file with one role that there is not in three lines, and a band that there is not in another. */
function spoiltOf(workforce: string) {
  // Without sets, which hold the comma that lines are taken apart by.
  const [header = "", ...lines] = workforce
    .replace(/"([^",]*),[^"]*"/g, "$1")
    .trimEnd()
    .split("\n");
  const at = (name: string) => header.split(",").indexOf(name);
  const people = lines.flatMap((line, index) => (/,(?:person|group),/.test(line) ? [index] : []));
  const spoil = (line: string, index: number) => {
    const place = people.indexOf(index);
    if (place >= 0 && place < 3) return line.split(",").with(at("role"), "Technician III").join(",");
    return place === 3 ? line.split(",").with(at("afc_band"), "Band 12").join(",") : line;
  };
  const bandLine = (people[3] as number) + 2;
  return { text: `${[header, ...lines.map(spoil)].join("\n")}\n`, bandLine, header };
}

describe.each([
  { javaScript: true, organisation: "ZS007", who: "submitter" as const },
  { javaScript: false, organisation: "ZS023", who: "several" as const },
])("a spoilt file of $organisation, JavaScript $javaScript", ({ javaScript, organisation, who }) => {
  const spoilt = spoiltOf(filesToTry(organisation).clean.workforce);
  let page: Page;
  let cookie: string;

  beforeAll(async () => {
    await owner.admit(who, "submitter", organisation);
    page = await signIn(browser, site, who, javaScript);
    cookie = await cookieOf(site, who);
    const sent = await sendStream(site, { organisation, cookie, part: "workforce", text: spoilt.text });
    expect(sent.status).toBe(201);
    await page.goto(`/returns/${organisation}?census=${CENSUS}`);
    await press(page, "#part-workforce a:has-text('See every finding')");
  });
  const lines = async () =>
    (await page.locator(".muster-findings tbody th").allInnerTexts()).map((text) =>
      text.replace("Line ", ""),
    );
  const show = () => press(page, ".muster-filter button");

  test("its findings are grouped by rule, each with its count and the way to the rule", async () => {
    const group = page.locator("#rule-not-allowed");
    expect(await group.locator("h3").innerText()).toMatch(
      /Error\s+A value is not one of those allowed\s+4 times/,
    );
    expect(await group.locator("tbody tr").count()).toBe(4);
    expect(await group.locator("a[href='/methods/rules#not-allowed']").count()).toBe(1);
    expect(await looker.look(page.url(), cookie)).toEqual([]);
  });

  test("a filter and a search leave what is looked for, and nothing says that nothing matches", async () => {
    await page.selectOption("#severity", "error");
    await page.selectOption("#column", "afc_band");
    await show();
    expect(await lines()).toEqual([String(spoilt.bandLine)]);
    expect(new URL(page.url()).search).toContain("column=afc_band");
    await page.selectOption("#column", "");
    await page.fill("#search", "technician");
    await show();
    expect(await lines()).toHaveLength(3);
    expect(await looker.look(page.url(), cookie)).toEqual([]);
    await page.fill("#search", "nowhere at all");
    await show();
    expect(await lines()).toEqual([]);
    expect(await page.innerText("main")).toContain("No finding matches");
    await press(page, "main p a:has-text('Show all')");
  });

  test("one cell is corrected, what is wrong with a correction is said beside it, and the filter stays", async () => {
    await page.selectOption("#rule", "not-allowed");
    await show();
    const form = `form:has(#cell-not-allowed-${spoilt.bandLine}-${spoilt.header.split(",").indexOf("afc_band") + 1})`;
    await press(page, `${form} button`);
    expect(await said(page)).toContain("The cell says that already");
    expect(await page.locator(`${form} .nhsuk-error-message`).innerText()).toContain("says that already");
    await page.selectOption(`${form} select`, "7");
    await press(page, `${form} button`);
    expect(await said(page)).toBe(
      `Corrected: afc_band on line ${spoilt.bandLine} is now “7”. 3 errors are left.`,
    );
    expect(new URL(page.url()).search).toContain("rule=not-allowed");
    expect(await page.locator("#rule-not-allowed tbody tr").count()).toBe(3);
  });

  test("all cells of one wrong value are corrected at once, and the file is accepted with every other byte as sent", async () => {
    const same = "#rule-not-allowed .muster-same";
    expect(await page.innerText(`${same} label`)).toBe(
      "Correct all 3 cells of role that say “Technician III” in one go",
    );
    await page.selectOption(`${same} select`, "clinical_technologist");
    await press(page, `${same} button`);
    expect(await said(page)).toContain("role in 3 cells is now “clinical_technologist”. No error is left.");
    const text = await (await page.request.get(await hrefOf("Download the file as sent"))).text();
    expect(text).toBe(
      spoilt.text.replaceAll("Technician III", "clinical_technologist").replace("Band 12", "7"),
    );
    await page.goto(`/returns/${organisation}?census=${CENSUS}`);
    expect(await page.innerText("#part-workforce")).not.toContain("Has errors");
  });
  const hrefOf = async (text: string) =>
    (await page.locator(`a:has-text("${text}")`).first().getAttribute("href")) ?? "";

  test("the file comes back with what was found beside each row, and is taken when it is sent again", async () => {
    const again = await sendStream(site, { organisation, cookie, part: "workforce", text: spoilt.text });
    expect(again.status).toBe(201);
    await page.goto(`/returns/${organisation}?census=${CENSUS}`);
    await press(page, "#part-workforce a:has-text('See every finding')");
    const coming = page.waitForEvent("download");
    await page.click("a:has-text('with the findings beside each row')");
    const back = readFileSync(await (await coming).path(), "utf8");
    expect(back.startsWith(`\ufeff${spoilt.header},muster_verdict,muster_errors,muster_warnings\r\n`)).toBe(
      true,
    );
    expect(back).toContain("“Band 12” is not a value of afc_band.");
    const sent = await sendStream(site, { organisation, cookie, part: "workforce", text: back });
    expect(sent.status).toBe(201);
    await page.goto(`/returns/${organisation}?census=${CENSUS}`);
    await press(page, "#part-workforce a:has-text('See every finding')");
    expect(await page.locator("#rule-not-allowed tbody tr").count()).toBe(4);
    expect(await page.locator("#rule-unknown-column").count()).toBe(0);
  });
});
