import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../support/chromium";
import { type TestSite, testSite } from "../support/site";
import { dataExpected, dataShown } from "./journey-data";
import { CENSUS, filesToTry, upload, withOnePersonMore } from "./journey-files";
import { explainWarnings, type Owner, ownerOf, press, said, signIn, unfold } from "./journey-people";

let site: TestSite;
let browser: Browser;
let owner: Owner;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await owner?.end();
});

/** One trust's return, from the first upload to approval, each step standing on the one before it. */
describe.each([
  { javaScript: true, organisation: "ZS007" },
  { javaScript: false, organisation: "ZS023" },
])("the return of $organisation, JavaScript $javaScript", ({ javaScript, organisation }) => {
  const path = `/returns/${organisation}?census=${CENSUS}`;
  const dataPath = `/returns/${organisation}/data?census=${CENSUS}`;
  const { clean, spoilt, faults } = filesToTry(organisation);
  const changed = {
    ...clean,
    workforce: withOnePersonMore(clean.workforce, {
      establishment_wte: "0.8",
      in_post_wte: "0.6",
      age_band: "55_59",
      role: "clinical_technologist",
      afc_band: "4",
    }),
  };
  let submitter: Page;
  let approver: Page;

  beforeAll(async () => {
    await owner.beginAgain(organisation, CENSUS);
    // The submitter may approve too, so that only being the same person stands in the way.
    await owner.admit("submitter", "submitter", organisation);
    await owner.admit("submitter", "approver", organisation);
    await owner.admit("approver", "approver", organisation);
    submitter = await signIn(browser, site, "submitter", javaScript);
    approver = await signIn(browser, site, "approver", javaScript);
  });

  const submit = async () => {
    await explainWarnings(submitter, path);
    // Where the files leave out much of last year's, the form wants to know why.
    const why = submitter.locator("#removalReason");
    if ((await why.count()) > 0) await why.fill("The rest of the devices follow next week.");
    await press(submitter, "form[action$='/submit'] button");
  };

  test("spoilt files are received, and every fault is said with line, column, value and mend", async () => {
    await submitter.goto(path);
    if (javaScript)
      await submitter.evaluate(`new MutationObserver(() => {
        window.progressSeen ||= document.querySelector("progress") !== null;
      }).observe(document.body, { childList: true, subtree: true })`);
    await upload(submitter, spoilt, javaScript);
    if (javaScript) expect(await submitter.evaluate("window.progressSeen")).toBe(true);
    for (const part of ["workforce", "devices"] as const) {
      await submitter.goto(path);
      expect(await submitter.innerText(`#part-${part}`)).toContain("Has errors");
      await press(submitter, `#part-${part} a:has-text('See every finding')`);
      const rows = await submitter.locator(".muster-findings tbody tr").all();
      const told = await Promise.all(rows.map((row) => row.locator("th, td").allInnerTexts()));
      // A formula is no fault: it is taken as text, and said to have been.
      for (const fault of faults.filter((one) => one.part === part && !one.says.includes("accepted"))) {
        const found = told.filter(
          ([line, column]) => line === String(fault.line) && column?.startsWith(fault.column),
        );
        expect(found.length, `${fault.says} on line ${fault.line}`).toBeGreaterThan(0);
        expect(found[0]?.[2]).not.toBe("");
        expect(found[0]?.[3]?.split("\n").length, "what is wrong, and the mend").toBeGreaterThan(1);
      }
    }
    await submitter.goto(path);
    expect(await submitter.locator("form[action$='/submit']").count()).toBe(0);
    expect(await submitter.innerText("section:has(> #submit)")).toContain("error");
  });

  test("mended files take their place, and a file can be taken out and sent again", async () => {
    await upload(submitter, clean, javaScript);
    await submitter.goto(path);
    await press(submitter, "#part-devices form[action$='/remove'] button");
    expect(await said(submitter)).toContain("taken out");
    expect(await submitter.locator("#part-devices").count()).toBe(0);
    await upload(submitter, { devices: clean.devices }, javaScript);
    await submitter.goto(path);
    expect(await submitter.locator("#part-devices").count()).toBe(1);
    expect((await dataShown(submitter, dataPath))["In work"]).toMatchObject(dataExpected(clean));
  });

  test("what is submitted waits for another person than its submitter", async () => {
    await submit();
    expect(await said(submitter)).toContain("Version 1 is submitted");
    expect(await submitter.innerText("#version-1")).toContain("another person approves it");
    expect(await submitter.locator("form[action$='/approve']").count()).toBe(0);
    const submission = await submitter.locator("#version-1 [name=submission]").first().getAttribute("value");
    const answer = await submitter.request.post(`/returns/${organisation}/approve`, {
      form: { census: CENSUS, submission: submission ?? "" },
      headers: { origin: site.url },
    });
    expect(await answer.text()).toContain("so another person approves it");
    expect((await owner.kept(organisation)).states).toMatch(/submitted$/);
  });

  test("a version sent back says why on the return's own page, and the next one is approved", async () => {
    await approver.goto(path);
    await unfold(approver, "Send it back");
    await press(approver, "form[action$='/send-back'] button");
    expect(await said(approver)).toContain("Write one sentence");
    await approver.fill("#sendBackReason", "The renal technicians are missing.");
    await press(approver, "form[action$='/send-back'] button");
    expect(await said(approver)).toContain("Version 1 is sent back");
    await submitter.goto(path);
    expect(await submitter.innerText("main")).toContain("The renal technicians are missing.");
    await submit();
    await approver.goto(path);
    await press(approver, "form[action$='/approve'] button");
    expect(await said(approver)).toContain("Version 2 is approved");
  });

  test("a warning is accepted with a reason, and the data changes by what the file changed, exactly", async () => {
    await submitter.goto(path);
    await upload(submitter, { workforce: changed.workforce }, javaScript);
    await submitter.goto(path);
    expect(await submitter.locator("form[action$='/submit']").count()).toBe(0);
    await press(submitter, "#part-workforce a:has-text('See every finding')");
    // A reason given for the file before is offered again, never kept by itself.
    await submitter.locator(".muster-reason textarea").first().fill("");
    await press(submitter, ".muster-reason form button");
    expect(await said(submitter)).toContain("Say why the figures are right");
    const findings = submitter.url();
    await explainWarnings(submitter, path);
    await submitter.goto(findings);
    expect(await submitter.innerText("main")).toContain("Agreed with the ledger in March.");
    const before = await dataShown(submitter, dataPath);
    expect(before.Approved).toMatchObject(dataExpected(clean));
    expect(before["In work"]).toMatchObject(dataExpected(changed));
    await submit();
    await approver.goto(path);
    await press(approver, "form[action$='/approve'] button");
    expect((await dataShown(submitter, dataPath)).Approved).toMatchObject(dataExpected(changed));
    expect(await approver.goto(`/returns/${organisation}/history`).then((answer) => answer?.status())).toBe(
      200,
    );
  });
});
