import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../support/chromium";
import { csvLines } from "../support/csv-lines";
import { type SignedInLooker, signedInLooker } from "../support/signed-in-looker";
import { type TestSite, testSite } from "../support/site";
import { until } from "../support/until";
import { CENSUS, CLOSED_CENSUS, filesSent, upload, withOnePersonMore } from "./journey-files";
import { cookieOf, type DemoName, type Owner, ownerOf, press, said, signIn, unfold } from "./journey-people";

/** Has returned and is approved; its life goes on here. */
const OWN = "ZS020";
/** Has sent nothing to the open collection, and somebody is there to remind. */
const WAITED_FOR = "ZS023";
const UNIT = "Renal technology";
const RETURN = `/returns/${OWN}?census=${CENSUS}`;
const ASKED = `/admin/collections/${CENSUS}/${OWN}`;

let site: TestSite;
let owner: Owner;
let browser: Browser;
let looker: SignedInLooker;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  browser = await launchChromium();
  looker = await signedInLooker(browser);
  await owner.admit("member", "submitter", OWN);
  await owner.admit("several", "approver", OWN);
});
afterAll(async () => {
  await looker?.close();
  await browser?.close();
  await owner?.end();
});

/** Nothing stands against a page at either width, for who sees it. */
const faultless = async (page: Page, who: DemoName) =>
  expect(await looker.look(page.url(), await cookieOf(site, who))).toEqual([]);

const mailsTo = (who: string, subject: RegExp): string[] =>
  readdirSync(site.mailFolder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => readFileSync(join(site.mailFolder, name), "utf8"))
    .filter((mail) => mail.includes(`To: ${who}@example.org`) && subject.test(mail));

describe("what is given back of an approved return", () => {
  let page: Page;
  let text: (file: string) => Promise<string>;
  beforeAll(async () => {
    page = await signIn(browser, site, "member", false);
    await page.goto(RETURN);
    text = async (file) => {
      const link = page.locator(`section:has(> #given-back) a[href*="/given-back/${file}"]`);
      const answer = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(answer.headers()["content-disposition"]).toContain("attachment");
      return answer.text();
    };
  });

  test("the workload sheet says the hours of each category that it has", async () => {
    const lines = csvLines((await text("workload.csv")).replace("\ufeff", ""));
    expect(lines.length).toBeGreaterThan(10);
    const told = JSON.stringify(lines);
    for (const { category } of csvLines(filesSent(OWN).devices).slice(0, 5)) expect(told).toContain(category);
  });

  test("where nobody's occupation code was sent, no list of codings is offered, and a sentence says why", async () => {
    expect(csvLines(filesSent(OWN).workforce).some((row) => row.occupation_code)).toBe(false);
    const given = page.locator("section:has(> #given-back)");
    expect(await given.locator("a[href*='codings.csv']").count()).toBe(0);
    expect(await given.innerText()).toContain("nobody’s occupation code was sent");
    const asked = await page.request.get(`/returns/${OWN}/given-back/codings.csv?census=${CENSUS}`);
    expect(await asked.text()).toContain("gives nobody’s occupation code");
  });

  test("the paragraph for the risk register is of its own figures and not for publication", async () => {
    const told = await text("risk-register.txt");
    expect(told).toMatch(/not for publication/i);
    expect(told).toContain(OWN);
    expect(told).toMatch(/vacan/);
  });
});

describe.each([{ javaScript: true }, { javaScript: false }])(
  "a question of an administrator, JavaScript $javaScript",
  ({ javaScript }) => {
    const question = `Are these bands meant, asked ${javaScript ? "with" : "without"} a script?`;
    const thread = `.muster-panel:has-text("${question}")`;
    let administrator: Page;
    let submitter: Page;
    beforeAll(async () => {
      administrator = await signIn(browser, site, "administrator", javaScript);
      submitter = await signIn(browser, site, "member", javaScript);
    });

    test("is asked about a rule, and the organisation is told by mail and on its page", async () => {
      const before = mailsTo("member", /waits for your answer/).length;
      await administrator.goto(ASKED);
      await unfold(administrator, "Ask a question");
      await administrator.selectOption("#code", "band-against-role");
      await administrator.fill("#ask-text", question);
      await press(administrator, "form[action$='/ask'] button");
      expect(await said(administrator)).toContain("Your question is on its way");
      await faultless(administrator, "administrator");
      await until(async () => mailsTo("member", /waits for your answer/).length > before);
      const [mail = ""] = mailsTo("member", /waits for your answer/);
      expect(mail).not.toContain(question);
      await submitter.goto(RETURN);
      expect(await submitter.innerText(".muster-actions a:has-text('Questions')")).toMatch(/\(\d waiting\)/);
    });

    test("is answered, and closed by who asked it", async () => {
      await press(submitter, ".muster-actions a:has-text('Questions')");
      await submitter.fill(`${thread} textarea`, "They are, since one is a trainee.");
      await press(submitter, `${thread} form[action$='/answer'] button`);
      expect(await submitter.innerText(thread)).toContain("Answered");
      expect(await submitter.locator(`${thread} form[action$='/close']`).count()).toBe(0);
      await faultless(submitter, "member");
      await administrator.goto(ASKED);
      expect(await administrator.innerText(thread)).toContain("They are, since one is a trainee.");
      expect(await administrator.innerText(thread)).toContain("The organisation");
      await press(administrator, `${thread} form[action$='/close'] button`);
      expect(await said(administrator)).toContain("The question is closed");
      await submitter.goto(`/returns/${OWN}/queries?census=${CENSUS}`);
      expect(await submitter.innerText(thread)).toContain("Closed");
    });
  },
);

describe("a file with a value that the approver wonders about", () => {
  const band = {
    establishment_wte: "1",
    in_post_wte: "1",
    role: "clinical_technologist",
    afc_band: "4",
  };
  const workforce = withOnePersonMore(filesSent(OWN).workforce, band);
  const question = "Is this one in training?";
  let submitter: Page;
  let approver: Page;
  beforeAll(async () => {
    submitter = await signIn(browser, site, "member", false);
    approver = await signIn(browser, site, "several", false);
    await submitter.goto(RETURN);
    await upload(submitter, { workforce }, false);
  });

  test("the finding leads to the question, which carries where it is, and is the organisation's own", async () => {
    await approver.goto(RETURN);
    await press(approver, "#part-workforce a:has-text('See every finding')");
    await faultless(approver, "several");
    await press(approver, "#rule-band-against-role a:has-text('Ask about this')");
    const about = `workforce.csv, line ${workforce.trimEnd().split("\n").length}, afc_band: 4`;
    expect(await approver.innerText("#ask")).toContain(about);
    expect(await approver.inputValue("#code")).toBe("band-against-role");
    await faultless(approver, "several");

    // A question that was stopped says again what it is about.
    await press(approver, "#ask button");
    expect(await said(approver)).not.toBe("");
    expect(await approver.innerText("#ask")).toContain(about);
    await approver.fill("#ask-text", question);
    await press(approver, "#ask button");
    const thread = `.muster-panel:has-text("${question}")`;
    expect(await approver.innerText(thread)).toContain(about);

    await submitter.goto(`/returns/${OWN}/queries?census=${CENSUS}`);
    expect(await submitter.innerText(thread)).toContain(about);
    await submitter.fill(`${thread} textarea`, "Yes, until the autumn.");
    await press(submitter, `${thread} form[action$='/answer'] button`);
    const administrator = await signIn(browser, site, "administrator", false);
    await administrator.goto(ASKED);
    expect(await administrator.innerText("main")).not.toContain(question);
    await approver.goto(`/returns/${OWN}/queries?census=${CENSUS}`);
    await press(approver, `${thread} form[action$='/close'] button`);
    expect(await approver.innerText(thread)).toContain("Closed");
  });

  test("who may not ask is not led to a question", async () => {
    await submitter.goto(RETURN);
    await press(submitter, "#part-workforce a:has-text('See every finding')");
    expect(await submitter.locator("a:has-text('Ask about this')").count()).toBe(0);
  });

  test("an earlier version is taken up again in one step, once what is in no version may go", async () => {
    await submitter.goto(RETURN);
    const restore = "#version-1 form[action$='/restore']";
    await press(submitter, `${restore} button`);
    expect(await said(submitter)).toContain("workforce.csv");
    await submitter.check(`${restore} input[type=checkbox]`);
    await press(submitter, `${restore} button`);
    expect(await said(submitter)).toMatch(/of version 1 are in work again/);
    expect(await submitter.locator(restore).count()).toBe(0);
    const href = await submitter.getAttribute("#part-workforce a:has-text('Download as sent')", "href");
    expect(await (await submitter.request.get(href ?? "")).text()).toBe(filesSent(OWN).workforce);
    await faultless(submitter, "member");
  });
});

test("what assets add up to is shown before they are submitted, and downloads", async () => {
  const page = await signIn(browser, site, "member", false);
  await page.goto(RETURN);
  const device = (ref: string, done: number) => `${CENSUS},${OWN},${ref},infusion_pump,in_house,2,${done}`;
  const assets = [
    "census_date,organisation_code,asset_ref,category,maintenance_model,ppm_due,ppm_due_done",
    ...[2, 1, 0].map((done, index) => device(`A${index}`, done)),
    "",
  ].join("\n");
  await unfold(page, "More parts");
  await upload(page, { assets }, false);
  await press(page, "#part-assets a:has-text('What it adds up to')");
  expect(await page.innerText("main")).toMatch(/3 devices add up to 1 row\b/);
  await faultless(page, "member");
  const href = await page.getAttribute("a:has-text('Download these rows')", "href");
  const [row, ...none] = csvLines((await (await page.request.get(href ?? "")).text()).replace("\ufeff", ""));
  expect(none).toEqual([]);
  expect(row).toMatchObject({ device_count_end: "3", ppm_due: "6", ppm_due_done: "3" });
});

describe.each([{ javaScript: true }, { javaScript: false }])(
  "who sends for one service unit, JavaScript $javaScript",
  ({ javaScript }) => {
    let page: Page;
    beforeAll(async () => {
      const administrator = await signIn(browser, site, "administrator", false);
      await administrator.goto("/admin/people");
      await administrator.fill("#name", "Demo Planner");
      await administrator.fill("#email", "planner@example.org");
      await administrator.selectOption("#role", "approver");
      await administrator.fill("#organisation", OWN);
      await administrator.fill("#unit", UNIT);
      await press(administrator, "main form button");
      expect(await administrator.innerText("#unit-error")).toContain("not of one service unit");
      await administrator.selectOption("#role", "submitter");
      await press(administrator, "main form button");
      expect(await said(administrator)).toContain("is added");
      expect(await administrator.innerText("tr:has-text('planner@example.org')")).toContain(UNIT);
      page = await signIn(browser, site, "planner", javaScript);
    });
    beforeEach(() => page.goto(RETURN));

    test("is offered the unit's files alone, and neither submitting nor a nil return", async () => {
      const main = await page.innerText("main");
      expect(main).toContain(`These are the files of ${UNIT}`);
      expect(main).toContain("submitted by a colleague who sends for the whole organisation");
      expect(
        await page.locator("form[action$='/submit'], form[action$='/nil'], form[action$='/restore']").count(),
      ).toBe(0);
      expect(await page.locator("#part-devices form[action$='/remove']").count()).toBe(0);
      expect(await page.locator("input[name=unit][type=text]").count()).toBe(0);
      await faultless(page, "planner");
    });

    test("sends a file, which is the unit's, and takes it out again", async () => {
      await upload(page, { devices: filesSent(OWN).devices }, javaScript);
      const own = `.muster-panel:has(h3:has-text("${UNIT}"))`;
      expect(await page.innerText(`${own} h3`)).toContain(UNIT);
      await press(page, `${own} form[action$='/remove'] button`);
      expect(await page.locator(own).count()).toBe(0);
    });
  },
);

test("those still waited for are reminded by mail, each of their own return", async () => {
  const page = await signIn(browser, site, "administrator", false);
  await page.goto(`/admin/collections/${CENSUS}/${WAITED_FOR}`);
  await press(page, "button:has-text('Send a reminder')");
  expect(await said(page)).toMatch(/reminders? (is|are) on the way/);
  await until(async () => mailsTo("several", new RegExp(WAITED_FOR)).length > 0);
});

test("all who are still waited for are reminded at once: each who may read that return, of it and of no other", async () => {
  const page = await signIn(browser, site, "administrator", false);
  await page.goto(`/admin/collections/${CENSUS}`);
  // By state and role, as the database has them: whoever waits for an approver is no submitter's to send.
  const expected = await owner.rows<{ code: string; email: string; files: number; waits: boolean }>(
    `SELECT a.organisation AS code, p.email, coalesce(f.files, 0)::int AS files, coalesce(s.state, '') = 'submitted' AS waits
     FROM reference.frame a
     LEFT JOIN LATERAL (SELECT s.state FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
       WHERE r.census = a.census AND r.organisation = a.organisation
       ORDER BY (s.state = 'approved') DESC, s.version DESC LIMIT 1) s ON true
     LEFT JOIN LATERAL (SELECT count(*) AS files FROM intake.draft_part d JOIN intake.return r ON r.id = d.return_id
       WHERE r.census = a.census AND r.organisation = a.organisation) f ON true
     JOIN account.membership m ON m.organisation = a.organisation
       AND m.role = CASE WHEN s.state = 'submitted' THEN 'approver' ELSE 'submitter' END
     JOIN account.person p ON p.id = m.person AND p.disabled_at IS NULL
     WHERE a.census = $1 AND s.state IS DISTINCT FROM 'approved'`,
    [CENSUS],
  );
  expect(expected.length).toBeGreaterThan(1);
  const there = new Set(readdirSync(site.mailFolder));
  await press(page, "button:has-text('still waited for')");
  expect(await said(page)).toMatch(new RegExp(`^${expected.length} reminders are on the way`));
  const reminders = () =>
    readdirSync(site.mailFolder)
      .filter((name) => name.endsWith(".eml") && !there.has(name))
      .map((name) => readFileSync(join(site.mailFolder, name), "utf8").replace(/=\r\n/g, ""))
      .filter((mail) => /Subject: Muster: the return of/.test(mail));
  await until(async () => reminders().length >= expected.length);
  const mails = reminders();
  const keyOf = (email: string, code: string) => `${email} ${code}`;
  const codeIn = (mail: string) => /the return of (\w+)/.exec(mail)?.[1] ?? "";
  expect(mails.map((mail) => keyOf(/^To: (\S+)/m.exec(mail)?.[1] ?? "", codeIn(mail))).sort()).toEqual(
    expected.map(({ email, code }) => keyOf(email, code)).sort(),
  );
  for (const mail of mails) {
    const one = expected.find(({ code }) => code === codeIn(mail));
    expect(new Set(mail.match(/\bZS\d{3}\b/g))).toEqual(new Set([one?.code]));
    expect(mail).toContain(
      one?.waits
        ? "A version waits for your approval"
        : one?.files === 0
          ? "Nothing has been sent yet"
          : `${one?.files} ${one?.files === 1 ? "file is" : "files are"} in work`,
    );
  }
});

test("more time after a collection has closed opens it for this organisation, which reads until when", async () => {
  const closed = `/returns/${OWN}?census=${CLOSED_CENSUS}`;
  const submitter = await signIn(browser, site, "member", false);
  await submitter.goto(closed);
  expect(await submitter.locator("form[enctype]").count()).toBe(0);
  const page = await signIn(browser, site, "administrator", false);
  await page.goto(`/admin/collections/${CLOSED_CENSUS}/${OWN}`);
  await unfold(page, "Give more time");
  const year = String(new Date().getUTCFullYear() + 1);
  for (const [piece, text] of [
    ["day", "31"],
    ["month", "2"],
    ["year", year],
  ] as const)
    await page.fill(`[name=until-${piece}]`, text);
  await page.fill("#why", "The ledger was late.");
  await press(page, "form[action$='/more-time'] button");
  expect(await page.locator("#until-error").count()).toBe(1);
  await page.fill("[name=until-day]", "28");
  await press(page, "form[action$='/more-time'] button");
  expect(await said(page)).toBe(`They have until 28 February ${year}.`);
  await faultless(page, "administrator");
  await submitter.goto(closed);
  expect(await submitter.locator("form[enctype]").count()).toBe(1);
  expect(await submitter.innerText("main")).toContain(`28 February ${year}`);
  await faultless(submitter, "member");
});
