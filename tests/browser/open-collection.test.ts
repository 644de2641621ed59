import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium";
import { signedInLooker } from "../support/signed-in-looker";
import { type TestSite, testSite } from "../support/site";
import { cookieOf, type Owner, ownerOf, press, said, signIn, unfold } from "./journey-people";

/** No other test knows of these censuses, and what they ask is taken away again: the site is shared. */
const CENSUS = { true: "2026-08-31", false: "2026-10-31" } as const;
const ORGANISATION = "ZS031";

let site: TestSite;
let browser: Browser;
let owner: Owner;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  browser = await launchChromium();
});
afterAll(async () => {
  await owner?.rows("DELETE FROM reference.frame WHERE census = ANY($1)", [Object.values(CENSUS)]);
  await owner?.rows("DELETE FROM reference.collection WHERE census = ANY($1)", [Object.values(CENSUS)]);
  await browser?.close();
  await owner?.end();
});

/** The page with the form unfolded and its problem shown. */
let faulty = "";

test.each([true, false])(
  "an administrator opens a collection by the form, which says what is wrong with it first; JavaScript %s",
  async (javaScript) => {
    const census = CENSUS[`${javaScript}`];
    const page = await signIn(browser, site, "administrator", javaScript);
    const send = async (fields: Record<string, string>) => {
      await unfold(page, "Open a collection");
      for (const [field, text] of Object.entries(fields)) await page.fill(`[name=${field}]`, text);
      await press(page, "form[action$='/collections/open'] button");
      return said(page);
    };
    await page.goto("/admin");
    expect(await send({})).toBe("Give the census date.");
    const date = { "census-day": "31", "census-month": census.slice(5, 7), "census-year": "2026" };
    expect(await send({ ...date, "census-month": "2", organisations: "QQQQ" })).toContain(
      "“2026-02-31” is not a date of the calendar.",
    );
    if (javaScript) faulty = page.url();
    // What was typed is still there, and the summary leads to the field.
    expect(await page.inputValue("[name=census-month]")).toBe("2");
    expect(await page.getAttribute(".nhsuk-error-summary a", "href")).toBe("#census");
    expect(await page.innerText("#census-error")).toContain("is not a date of the calendar");
    expect(await send({ ...date, "census-year": "2126" })).toContain("is more than a year ahead");
    expect(await send(date)).toContain("QQQQ is no organisation’s code.");
    expect(
      await send({
        organisations: ORGANISATION,
        "closes-day": "1",
        "closes-month": "1",
        "closes-year": "2026",
      }),
    ).toContain("is before the census");
    const later = String(new Date().getUTCFullYear() + 1);
    expect(await send({ "closes-year": later })).toMatch(
      /^The collection of .* 2026 is open, and asks 1 organisation\.$/,
    );
    expect(page.url()).toContain(`/admin/collections/${census}`);
    expect(await page.innerText("main")).toContain("have sent nothing");
    await page.goto("/admin");
    expect(await send(date)).toContain("There is already a collection for");
    const [kept] = await owner.rows(
      `SELECT c.status, c.synthetic, c.closes::text, (SELECT count(*)::int FROM reference.frame f WHERE f.census = c.census) AS asked,
         (SELECT count(*)::int FROM audit.event WHERE verb = 'collection.opened' AND subject = $1) AS told
       FROM reference.collection c WHERE census = $1::text::date`,
      [census],
    );
    expect(kept).toEqual({ status: "open", synthetic: true, closes: `${later}-01-01`, asked: 1, told: 1 });
    await page.context().close();
  },
);

test("the form with what is wrong has nothing against it", async () => {
  const looker = await signedInLooker(browser);
  expect(await looker.look(faulty, await cookieOf(site, "administrator"))).toEqual([]);
  await looker.close();
});
