import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RESPONSE_WORDS } from "@/lib/published/response-words";
import { violations } from "../support/accessibility";
import { launchChromium } from "../support/chromium";
import { type TestSite, testSite } from "../support/site";
import { CENSUS } from "./journey-files";
import { type Owner, ownerOf, press, said, signIn, unfold } from "./journey-people";

/** Has not answered; the demo's person of several roles approves for it. */
const ORGANISATION = "ZS039";
const path = `/returns/${ORGANISATION}?census=${CENSUS}`;

let site: TestSite;
let browser: Browser;
let owner: Owner;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  await owner.admit("member", "submitter", ORGANISATION);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await owner?.end();
});

/** A nil return is one click, and another person approves it. */
async function answerNil(javaScript: boolean): Promise<void> {
  const submitter = await signIn(browser, site, "member", javaScript);
  await submitter.goto(path);
  await unfold(submitter, "Send a nil return");
  await press(submitter, "form[action$='/nil'] button");
  expect(await said(submitter)).toContain("Choose why there is nothing to send");
  await submitter.check("form[action$='/nil'] [value=none]");
  await press(submitter, "form[action$='/nil'] button");
  expect(await said(submitter)).toContain("a nil return, is submitted and waits for approval");
  const approver = await signIn(browser, site, "several", javaScript);
  await approver.goto(path);
  await press(approver, "form[action$='/approve'] button");
  expect(await said(approver)).toContain("is approved");
}

async function withdraw(javaScript: boolean): Promise<void> {
  const approver = await signIn(browser, site, "several", javaScript);
  await approver.goto(path);
  await unfold(approver, "Withdraw this approved version");
  await approver.fill("#sendBackReason", "We do employ two engineers.");
  await press(approver, "form[action$='/send-back'] button");
  expect(await approver.innerText("#versions ~ .muster-panel")).toContain("We do employ two engineers.");
  expect((await owner.kept(ORGANISATION)).states).toMatch(/withdrawn$/);
}

/** There with JavaScript, and back again without. */
describe.each([
  { javaScript: true, what: "a nil return", change: answerNil, says: RESPONSE_WORDS.nil },
  { javaScript: false, what: "its withdrawal", change: withdraw, says: RESPONSE_WORDS.not_returned },
])("publishing $what, JavaScript $javaScript", ({ javaScript, what, change, says }) => {
  let first: Page;
  let second: Page;
  let release = 0;
  beforeAll(async () => {
    first = await signIn(browser, site, "administrator", javaScript);
    second = await signIn(browser, site, "administrator-two", javaScript);
  });

  test("the organisation changes its answer", () => change(javaScript));

  test("one administrator builds a release, and may not publish it", async () => {
    await first.goto("/admin/releases");
    await press(first, `form[action$='/build']:has([value="${CENSUS}"]) button`);
    expect(await said(first)).toContain("is being built");
    const built = async () => {
      const [newest] = await owner.rows<{ number: number }>(
        "SELECT number FROM published.release WHERE status = 'built' ORDER BY number DESC LIMIT 1",
      );
      return newest?.number ?? 0;
    };
    // The worker takes as long as it takes: the test's own time is the bound.
    while ((await built()) === 0) await new Promise((resolve) => setTimeout(resolve, 200));
    release = await built();
    await expect
      .poll(async () => {
        await first.goto("/admin/releases");
        return first.innerText("main");
      })
      .toContain(`is done: release ${release}.`);
    const panel = await first.innerText(`#release-${release}`);
    expect(panel).toContain("Demo Administrator One");
    expect(panel).toContain("another administrator publishes it");
    expect(await first.locator(`#release-${release} form`).count()).toBe(0);
    await first.goto("/admin");
    expect(await first.innerText("section:has(> #waiting)")).toContain(`Release ${release} is built`);
    await press(first, `text=Release ${release} is built`);
    expect(await first.innerText("#point-second-person-needed")).toContain(
      "another administrator publishes it",
    );
    expect(await first.innerText("#point-about-missing")).toContain("does not say yet what is new");
    if (javaScript) expect(await violations(first)).toEqual([]);
    await first.fill("#about", "");
    await press(first, "form[action$='/review'] button");
    expect(await first.innerText("#about-error")).toContain("Nothing is written.");
    await first.fill("#about", `One organisation ${what}.`);
    await press(first, "form[action$='/review'] button");
    expect(await said(first)).toContain(`Release ${release} is in review.`);
    const forced = await first.request.post("/admin/releases/publish", {
      form: { number: String(release) },
      headers: { origin: site.url },
    });
    expect(await forced.text()).toContain("You built this release, so another administrator publishes it.");
    const [still] = await owner.rows("SELECT status FROM published.release WHERE number = $1", [release]);
    expect(still).toEqual({ status: "in_review" });
  });

  test("a second publishes it, and the public page changes by it", async () => {
    const reader = await (await browser.newContext({ javaScriptEnabled: javaScript })).newPage();
    await reader.goto(`${site.url}/places/${ORGANISATION}`);
    expect(await reader.innerText("main")).not.toContain(says);
    await second.goto("/admin");
    await press(second, `text=Review release ${release}`);
    expect(await second.locator("form[action='/admin/releases/publish']").count()).toBe(0);
    // The whole list, as a file: every line of it is of a figure that differs.
    const changes = await second.request.get(`/admin/releases/${release}/changes`);
    const listed = (await changes.text()).trimEnd().split("\r\n");
    expect(listed[0]).toContain("value_before");
    expect(await second.innerText("section:has(> #changes)")).toContain(
      `${(listed.length - 1).toLocaleString("en-GB")} figures differ`,
    );
    for (const button of ["#point-response-low form", "#point-queries-open form"])
      if ((await second.locator(button).count()) > 0) {
        await second.fill(`${button} textarea`, "The journey goes on.");
        await press(second, `${button} button`);
      }
    await press(second, "form[action$='/pass']:has([value='changes-unread']) button");
    expect(await said(second)).toBe("You have read what changed.");
    if (javaScript) expect(await violations(second)).toEqual([]);
    await press(second, "form[action='/admin/releases/publish'] button");
    expect(await said(second)).toBe(`Release ${release} is published.`);
    await expect
      .poll(async () => {
        await reader.goto(`${site.url}/places/${ORGANISATION}`);
        return reader.innerText("main");
      })
      .toContain(says);
    await reader.goto(site.url);
    expect(await reader.innerText("main")).toContain(`release ${release}`);
    expect(await second.innerText(`#release-${release}`)).toContain("Published");
  });
});
