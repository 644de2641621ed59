import { readFileSync } from "node:fs";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FilledFile } from "@/lib/returns/filled/filled-file";
import { FILLED_FILES } from "@/lib/returns/filled/filled-files";
import { keyFingerprint, keyOfFile } from "@/lib/returns/person-key-file";
import { violations, widths } from "../support/accessibility";
import { launchChromium } from "../support/chromium";
import { csvLines } from "../support/csv-lines";
import { type TestSite, testSite } from "../support/site";
import { dropFiles, openToDrop } from "./drop-files";
import { CENSUS, filesSent } from "./journey-files";
import { type Owner, ownerOf, press, said, signIn } from "./journey-people";
import { cleanBytes } from "./spoilt-files";

/** Has returned, so that its files are at hand; here they are sent again, changed. */
const OWN = "ZS019";
const path = `/returns/${OWN}?census=${CENSUS}`;
const sent = filesSent(OWN);
const ACTIVITIES = FILLED_FILES.find(({ id }) => id === "activities") as FilledFile;
const RAW_KEY = "PAYROLL-77";

let site: TestSite;
let owner: Owner;
let browser: Browser;
let page: Page;
/** What has left the browser since the page was opened. */
let left: Request[] = [];
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  await owner.admit("member", "submitter", OWN);
  await owner.rows("SELECT set_config('muster.organisations', $1, false)", [OWN]);
  browser = await launchChromium();
  page = await signIn(browser, site, "member", true);
  page.on("request", (request) => left.push(request));
});
afterAll(async () => {
  await browser?.close();
  await owner?.end();
});

const open = async () => {
  left = [];
  await openToDrop(page, path);
};
const carrying = () => left.filter((request) => request.method() !== "GET");
const checked = async (part: string) => {
  await page.waitForSelector(`#checked-${part}`);
  return page.innerText(`section:has(> #checked-${part})`);
};
const send = async () => {
  if ((await page.locator("#agree").count()) > 0) await page.check("#agree");
  const answer = page.waitForResponse((response) => response.url().includes("/parts/"));
  await page.click("form[enctype] button[type=submit]");
  const status = (await answer).status();
  await page.waitForSelector("#found-here", { state: "detached" });
  return status;
};
/** The file in work, with its bytes. */
const stored = async (part: string) => {
  const [row] = await owner.rows<{
    verdict: string;
    rows: number;
    mapping: number | null;
    keyOf: string | null;
    bytes: Buffer | null;
  }>(
    `SELECT p.verdict, p.rows, p.mapping, p.key_fingerprint AS "keyOf", (SELECT string_agg(c.bytes, ''::bytea ORDER BY c.position) FROM intake.chunk c WHERE c.part_id = p.id) AS bytes
     FROM intake.draft_part d JOIN intake.part p ON p.id = d.part_id JOIN intake.return r ON r.id = d.return_id
     WHERE d.organisation = $1 AND d.part = $2 AND r.census = $3`,
    [OWN, part, CENSUS],
  );
  if (!row) throw new Error(`There is no ${part} in work`);
  return { ...row, text: row.bytes?.toString("utf8") ?? "" };
};

/** Cells of a comma file changed, on each line. */
function changed(text: string, change: (cells: Record<string, string>, index: number) => void): string {
  const rows = csvLines(text);
  rows.forEach(change);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `${[names, ...rows.map((row) => names.map((name) => row[name] ?? ""))].map((row) => row.join(",")).join("\n")}\n`;
}
const people = csvLines(sent.workforce).filter(({ line_type: type }) => type === "person").length;

test("a spoilt file's findings are shown, and nothing of the file has left; mended, it is sent and judged the same", async () => {
  await open();
  const spoilt = changed(sent.workforce, (cells, index) => {
    if (index === 2) cells.afc_band = "12";
  });
  await dropFiles(page, [{ name: "staff list.csv", text: spoilt }]);
  const told = await checked("workforce");
  expect(told).toContain("Has errors");
  expect(told).toContain("“12” is not a value of afc_band");
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(carrying()).toEqual([]);

  await dropFiles(page, [{ name: "staff list.csv", text: sent.workforce }]);
  await page.waitForSelector("#checked-workforce:not(:has-text('Has errors'))");
  expect(carrying()).toEqual([]);
  expect(await send()).toBeLessThan(300);
  expect(await stored("workforce")).toMatchObject({ verdict: "accepted", text: sent.workforce });
});

test("every finding is in a download that is made in the browser", async () => {
  await open();
  await dropFiles(page, [
    { name: "x.csv", text: changed(sent.workforce, (cells) => Object.assign(cells, { afc_band: "=12" })) },
  ]);
  await checked("workforce");
  const coming = page.waitForEvent("download");
  await page.click("button:has-text('Download every finding')");
  const lines = csvLines(readFileSync(await (await coming).path(), "utf8").replace("\ufeff", ""));
  const rows = csvLines(sent.workforce).length;
  expect(lines.filter(({ code, value }) => code === "not-allowed" && value === "'=12").length).toBe(rows);
});

test("the whole file comes back from the browser with what was found beside each row, titles and own columns too", async () => {
  await open();
  const [header = "", ...rows] = sent.workforce.trimEnd().split("\n");
  const text = [
    "Our staff list",
    `${header},Home town`,
    ...rows.map((row) => `${row.replace(/,[2-9][a-d]?,/, ",12,")},=Lichfield`),
  ].join("\n");
  await dropFiles(page, [{ name: "x.csv", text: `${text}\n` }]);
  await checked("workforce");
  const coming = page.waitForEvent("download");
  await page.click("button:has-text('with the findings beside each row')");
  const given = readFileSync(await (await coming).path(), "utf8").replace("\ufeff", "");
  expect(carrying()).toEqual([]);
  expect(given.split("\r\n")[0]).toBe("Our staff list");
  const lines = csvLines(given.slice(given.indexOf("\n") + 1));
  expect(lines.length).toBe(rows.length);
  expect(lines.every(({ "Home town": town }) => town === "'=Lichfield")).toBe(true);
  expect(
    lines.filter(
      ({ muster_verdict, muster_errors }) =>
        muster_verdict === "error" && muster_errors?.includes("“12” is not a value of afc_band"),
    ).length,
  ).toBeGreaterThan(0);
});

test("the check of a long file stops at once, the page stays alive meanwhile, and the next file is checked", async () => {
  await open();
  const [header = "", line = ""] = sent.devices.split("\n");
  await page.evaluate(
    `window.frames_ = 0; (function tick() { window.frames_++; requestAnimationFrame(tick); })()`,
  );
  await dropFiles(page, [{ name: "devices.csv", text: `${header}\n`, line: `${line}\n`, times: 400_000 }]);
  await page.waitForSelector("text=Checking devices.csv");
  const before = await page.evaluate<number>("window.frames_");
  await page.waitForFunction((from) => (window as unknown as { frames_: number }).frames_ > from + 5, before);
  await page.click("button:has-text('Stop checking')");
  await page.waitForSelector("text=You stopped the check of devices.csv");
  expect(await page.locator("#checked-devices").count()).toBe(0);
  await dropFiles(page, [{ name: "devices.csv", text: sent.devices }]);
  expect(await checked("devices")).toContain("Nothing wrong");
  expect(carrying()).toEqual([]);
});

test("person keys leave hashed with a key that stays here, unknown columns do not leave, and another key is told", async () => {
  await open();
  const raw = changed(sent.workforce, (cells, index) => {
    cells.person_key = cells.line_type === "person" ? `${RAW_KEY}${index}` : "";
    cells["Home town"] = "Lichfield";
  });
  await dropFiles(page, [{ name: "workforce.csv", text: raw }]);
  expect(await checked("workforce")).toContain("Left out before it is sent: Home town");
  await page.check("#agree");
  await page.click("form[enctype] button[type=submit]");
  expect(await page.innerText("#person-keys-error")).toContain("Choose your key file");
  expect(carrying()).toEqual([]);

  await page.click("button:has-text('Make our key')");
  const coming = page.waitForEvent("download");
  await page.click("button:has-text('Save the key file')");
  const keyFile = readFileSync(await (await coming).path());
  await page.waitForSelector("#found-here");
  expect(await violations(page)).toEqual([]);
  expect(await send()).toBe(201);
  const { text, verdict, keyOf } = await stored("workforce");
  expect(verdict).toBe("accepted");
  expect(text).not.toMatch(new RegExp(`${RAW_KEY}|Home town|Lichfield`));
  expect(text.match(/mk1_[\w-]{43}/g)?.length).toBe(people);
  for (const request of carrying()) expect(request.postData() ?? "").not.toContain(RAW_KEY);
  const [kept] = await owner.rows("SELECT fingerprint FROM intake.person_key WHERE organisation = $1", [OWN]);
  const fingerprint = keyFingerprint(keyOfFile(keyFile) as Uint8Array);
  expect(kept).toEqual({ fingerprint });
  expect(keyOf).toBe(fingerprint);

  await open();
  await dropFiles(page, [{ name: "workforce.csv", text: raw }]);
  await checked("workforce");
  await page.click("button:has-text('Make a new key')");
  expect(await page.innerText("section:has(> #person-keys)")).toContain(
    "another key than the one used before",
  );
  await page.setInputFiles("#key-file", { name: "key.txt", mimeType: "text/plain", buffer: keyFile });
  await page.waitForSelector("text=It is the same key as before");
});

test("people go as groups where that is wanted, with the same sums, and are shown before", async () => {
  await open();
  await dropFiles(page, [{ name: "workforce.csv", text: sent.workforce }]);
  await checked("workforce");
  await page.check("#as-groups");
  await page.waitForSelector("text=The group lines that go");
  expect(await violations(page)).toEqual([]);
  expect(await send()).toBe(201);
  const { text, verdict } = await stored("workforce");
  expect(verdict).toBe("accepted");
  const [before, after] = [csvLines(sent.workforce), csvLines(text)];
  expect(after.some(({ line_type: type }) => type === "person")).toBe(false);
  const total = (rows: Record<string, string>[], name: string) =>
    Math.round(rows.reduce((sum, row) => sum + Number(row[name] || 0), 0) * 100_000);
  expect(total(after, "in_post_wte")).toBe(total(before, "in_post_wte"));
  expect(total(after, "establishment_wte")).toBe(total(before, "establishment_wte"));
});

test("a word of the trust's own is mapped once, and the second file is read by it, in browser and on server", async () => {
  await open();
  const own = (unit: string) =>
    changed(sent.workforce, (cells) => {
      if (cells.role === "clinical_technologist") cells.role = "Med Eng Tech";
      cells.service_unit ||= unit;
    });
  await dropFiles(page, [{ name: "workforce.csv", text: own("One") }]);
  expect(await checked("workforce")).toContain("Med Eng Tech");
  await page.locator(".muster-words select").first().selectOption("clinical_technologist");
  await page.click("button:has-text('Remember, and check again')");
  await page.waitForSelector("#checked-workforce:not(:has-text('Has errors'))");
  expect(await page.innerText("#repairs")).toContain("Values in your own words");

  await open();
  await dropFiles(page, [{ name: "workforce.csv", text: own("Two") }]);
  expect(await checked("workforce")).not.toContain("Has errors");
  expect(await send()).toBe(201);
  expect(await stored("workforce")).toMatchObject({ verdict: "accepted", mapping: 1 });
  const answer = await page.request.get(`/returns/${OWN}/mapping/file`);
  expect(await answer.json()).toEqual({
    muster_mapping: 1,
    headers: {},
    values: { role: { "Med Eng Tech": "clinical_technologist" } },
  });
});

test("a file of which no column is known is given its part and its columns on screen, and read by them", async () => {
  await open();
  const rows = csvLines(new TextDecoder().decode(cleanBytes(ACTIVITIES, OWN)));
  const names = Object.keys(rows[0] ?? {});
  const own = [
    names.map((_, at) => `Spalte ${at + 1}`),
    ...rows.map((row) => names.map((name) => row[name] ?? "")),
  ];
  await dropFiles(page, [{ name: "export.csv", text: `${own.map((row) => row.join(",")).join("\n")}\n` }]);
  expect(await checked("workforce")).toContain("Cannot be taken");
  await page.selectOption(".muster-words > div > .nhsuk-form-group select", "activities");
  for (const [at, name] of names.entries())
    await page.selectOption(`.muster-words tr:nth-child(${at + 1}) select`, name);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  }
  await page.click("button:has-text('Remember, and check again')");
  expect(await checked("activities")).toContain("Nothing wrong");
  expect(await send()).toBe(201);
  expect(await stored("activities")).toMatchObject({ verdict: "accepted", rows: rows.length });
});

test("a word that no text may hold is refused in a sentence, and a form without a census too", async () => {
  const post = (form: Record<string, string>, accept: string) =>
    page.request.post(`/returns/${OWN}/mapping/save`, {
      form,
      headers: { accept, origin: site.url },
      maxRedirects: 0,
    });
  const spoilt = { census: CENSUS, "word-workforce-0": "role|Med\u0000Tech", "means-workforce-0": "support" };
  const answer = await post(spoilt, "application/json");
  expect(answer.status()).toBe(400);
  expect((await answer.json()).problem.message).toContain("holds a character that no text has");
  expect((await post(spoilt, "text/html")).status()).toBe(303);
  expect((await post({ ...spoilt, census: "soon" }, "application/json")).status()).toBe(400);
});

test("what was agreed to is kept with the file, shown, and told to the audit", async () => {
  await open();
  const spaced = `Made by the department\n${sent.devices.replaceAll(OWN, ` ${OWN} `)}`;
  const rows = csvLines(sent.devices).length;
  await dropFiles(page, [{ name: "devices.csv", text: spaced }]);
  await checked("devices");
  await page.click("form[enctype] button[type=submit]");
  expect(await page.innerText("#agree-error")).toContain("Tick this first");
  expect(carrying()).toEqual([]);
  expect(await send()).toBe(201);
  await page.goto(path);
  await page.click("#part-devices details > summary");
  const repairs = await page.locator("#part-devices details li").allInnerTexts();
  expect(repairs).toContain(
    "Lines above the header were left out. (1): agreed to, and made before the file was sent",
  );
  expect(repairs.some((text) => text.endsWith(`(${rows}): agreed to`))).toBe(true);
  const [told] = await owner.rows<{ detail: Record<string, unknown> }>(
    "SELECT detail FROM audit.event WHERE organisation = $1 AND verb = 'part.received' ORDER BY id DESC LIMIT 1",
    [OWN],
  );
  expect(told?.detail.agreed).toMatchObject({ "lines-above-header": 1 });
});

test("files dropped together are asked by every profile that is sound, and judged anew when one goes", async () => {
  await open();
  const owned = changed(sent.devices, (cells) => Object.assign(cells, { owner_organisation_code: "ZS002" }));
  const profile = (served: string, date = CENSUS) =>
    `organisation_code,census_date,organisations_served\n${OWN},${date},${served}\n`;
  await dropFiles(page, [
    { name: "devices.csv", text: owned },
    { name: "profile.csv", text: profile("ZS002") },
  ]);
  await checked("profile");
  await page.waitForSelector("#checked-devices:has-text('Nothing wrong')");
  await dropFiles(page, [{ name: "profile.csv", text: profile("ZS003") }]);
  await page.waitForSelector("#checked-devices:has-text('Has errors')");
  await dropFiles(page, [{ name: "profile.csv", text: profile("ZS002") }]);
  await page.waitForSelector("#checked-devices:has-text('Nothing wrong')");
  // The profile in work, of earlier, speaks again.
  await page.click("button:has-text('Put profile.csv aside')");
  await page.waitForSelector("#checked-devices:has-text('Has errors')");
  expect(carrying()).toEqual([]);
});

test("a file that could not be checked here stays until its sender says that nothing in it has to", async () => {
  left = [];
  await page.route(/check-context/, (route) => route.abort());
  await page.goto(path);
  await dropFiles(page, [{ name: "devices.csv", text: sent.devices }]);
  await page.waitForSelector("#unchecked");
  await page.click("form[enctype] button[type=submit]");
  expect(await page.innerText("#nothing-to-keep-error")).toContain("Tick this first");
  expect(carrying()).toEqual([]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page)).toEqual([]);
  }
  await page.check("#nothing-to-keep");
  const answer = page.waitForResponse((response) => response.url().includes("/parts/devices?"));
  await page.click("form[enctype] button[type=submit]");
  expect((await answer).status()).toBeLessThan(300);
  await page.unroute(/check-context/);
});

test("without JavaScript a word of the last file is mapped by the form", async () => {
  const plain = await signIn(browser, site, "member", false);
  const text = changed(sent.workforce, (cells) => {
    if (cells.role === "clinical_technologist") cells.role = "Bench hand";
  });
  const upload = async () => {
    await plain.goto(path);
    await plain.setInputFiles("#workforce", {
      name: "workforce.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
    await press(plain, "form[enctype] button[type=submit]");
  };
  await upload();
  await plain.goto(`/returns/${OWN}/mapping?census=${CENSUS}`);
  expect(await plain.innerText("main")).toContain("Bench hand");
  await plain.selectOption("main select", "clinical_technologist");
  await press(plain, "form[action$='/save'] button");
  expect(await said(plain)).toContain("Your words are remembered");
  expect(await plain.innerText("section:has(> #unknown)")).toContain("is understood");
  await upload();
  expect((await stored("workforce")).verdict).toBe("accepted");
});
