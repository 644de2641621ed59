import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatCount } from "@/lib/format/number";
import { RETURN_CHECKS } from "@/lib/returns/checks/return-checks";
import { FILLED_FILES } from "@/lib/returns/filled/filled-files";
import { violations, widths } from "../support/accessibility";
import { launchChromium } from "../support/chromium";
import { csvLines } from "../support/csv-lines";
import { runMuster } from "../support/run-muster";
import { EARLIER, textsFor } from "../support/sample-nation";
import { type TestSite, testSite } from "../support/site";
import { dropFiles, openToDrop } from "./drop-files";
import { CENSUS } from "./journey-files";
import { explainWarnings, type Owner, ownerOf, press, said, signIn, unfold } from "./journey-people";
import { bytesThatAreNoReturn, cleanBytes, spoiltBytes } from "./spoilt-files";

/** Has not returned; its return begins anew here, and is put away afterwards. */
const OWN = "ZS007";
const path = `/returns/${OWN}?census=${CENSUS}`;

type Told = { file?: string | null; code: string; message: string };
type Found = Told & { severity: string; line: number | null; column: string | null };
type Report = {
  verdict: string;
  refusal?: Told;
  repairs: (Told & { count: number })[];
  findings: Found[];
};

let site: TestSite;
let owner: Owner;
let browser: Browser;
let page: Page;
let folder: string;
/** What has left the browser since the page was opened. */
let left: Request[] = [];
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  await owner.beginAgain(OWN, CENSUS);
  await owner.admit("submitter", "submitter", OWN);
  await owner.admit("approver", "approver", OWN);
  browser = await launchChromium();
  page = await signIn(browser, site, "submitter", true);
  page.on("request", (request) => left.push(request));
  folder = mkdtempSync(join(tmpdir(), "muster-test-of-each-part-"));
});
afterAll(async () => {
  await browser?.close();
  await owner?.beginAgain(OWN, CENSUS);
  await owner?.end();
  if (folder) rmSync(folder, { recursive: true });
});

/** Files as a return by the command line. */
async function checked(files: Record<string, Uint8Array>, more: readonly string[] = []): Promise<Report> {
  const here = mkdtempSync(join(folder, "return-"));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(here, name), bytes);
  const args = ["check", "--return", here, "--organisation", OWN, "--census", CENSUS, "--json", ...more];
  const { stdout, stderr } = await runMuster(args, {}, process.cwd());
  expect(stdout, stderr).not.toBe("");
  return JSON.parse(stdout) as Report;
}

const where = ({ severity, code, line, column }: Record<string, unknown>) =>
  [severity, code, line ?? "", column ?? ""].join(" ");
const lines = (csv: string) => csvLines(csv.replace("\ufeff", ""));

/** Of what does not leave the browser, so that the server cannot say it. */
const ofWhatStays = ({ code }: { code: string }) => code === "unknown-column";

const open = async () => {
  left = [];
  await openToDrop(page, path);
};
const panel = (part: string) => page.locator(`section:has(> #checked-${part})`);
const drop = async (part: string, bytes: Uint8Array) => {
  await dropFiles(page, [{ name: `${part}.csv`, bytes }]);
  await page.waitForSelector(`#checked-${part}`);
};
const faultless = async () => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  }
};
/** Every finding, as the browser's own download has it. */
const listed = async () => {
  const coming = page.waitForEvent("download");
  await page.click("button:has-text('Download every finding')");
  return lines(readFileSync(await (await coming).path(), "utf8"));
};
const send = async (part: string) => {
  if ((await page.locator("#agree").count()) > 0) await page.check("#agree");
  const answer = page.waitForResponse((response) => response.url().includes(`/parts/${part}?`));
  await page.click("form[enctype] button[type=submit]");
  const status = (await answer).status();
  await page.waitForSelector("#found-here", { state: "detached" });
  return status;
};

// Assets go before devices, whose place they take; their file is taken out again.
const inTurn = [...FILLED_FILES].sort((a, b) => Number(b.id === "assets") - Number(a.id === "assets"));

test.each(inTurn.map((file) => [file.id, file] as const))(
  "%s, spoilt: browser, server and command line say the same, and mended it is accepted",
  async (_, file) => {
    const part = file.part.name;
    const spoilt = spoiltBytes(file, OWN);
    const report = await checked({ [`${part}.csv`]: spoilt });
    expect(report.verdict).toBe("errors");
    const own = report.findings.filter((finding) => finding.file === `${part}.csv`);
    expect(own.filter(({ severity }) => severity === "error").length).toBeGreaterThanOrEqual(2);

    await open();
    await drop(part, spoilt);
    expect(await panel(part).innerText()).toContain("Has errors");
    expect((await listed()).map(where).sort()).toEqual(own.map(where).sort());
    expect(
      (await page.locator("#repairs li").allInnerTexts()).map((text) => text.replace(/^[^:]*: /, "")).sort(),
    ).toEqual(
      report.repairs
        .map(({ message, count }) => `${message} ${formatCount(count)} ${count === 1 ? "time" : "times"}`)
        .sort(),
    );
    await faultless();
    expect(left.filter((request) => request.method() !== "GET")).toEqual([]);

    expect(await send(part)).toBe(201);
    await page.goto(path);
    expect(await page.innerText(`#part-${part}`)).toContain("Has errors");
    const href = await page.locator(`#part-${part} a:has-text('See every finding')`).getAttribute("href");
    const told = lines(await (await page.request.get(`${href}/csv`)).text());
    expect(told.map(where).sort()).toEqual(
      own
        .filter((finding) => !ofWhatStays(finding))
        .map(where)
        .sort(),
    );

    await open();
    await drop(part, cleanBytes(file, OWN));
    expect(await panel(part).innerText()).toContain("Nothing wrong");
    expect(await send(part)).toBe(201);
    await page.goto(path);
    expect(await page.innerText(`#part-${part}`)).not.toContain("Has errors");
    if (part === "assets") await press(page, `#part-${part} form[action$='/remove'] button`);
  },
);

test.each(bytesThatAreNoReturn(OWN))("%s: %s", async (_, expected, bytes) => {
  const report = await checked({ "workforce.csv": bytes });
  await open();
  await drop("workforce", bytes);
  const told = await panel("workforce").innerText();
  if (expected === "accepted") {
    expect(report).toMatchObject({ verdict: "accepted" });
    expect(told).toContain("Nothing wrong");
    return;
  }
  expect(report.refusal?.code).toBe(expected);
  expect(told).toContain("Cannot be taken");
  expect(told).toContain(report.refusal?.message);
  expect(await page.locator("form[enctype] button[type=submit]").count()).toBe(0);
  await faultless();
  expect(left.filter((request) => request.method() !== "GET")).toEqual([]);
});

test("the whole return is judged as on the command line, explained, submitted, and approved by another", async () => {
  const now = inTurn.filter(({ id }) => id !== "assets");
  const files = Object.fromEntries(now.map((file) => [`${file.part.name}.csv`, cleanBytes(file, OWN)]));
  const before = join(folder, "before");
  mkdirSync(before);
  for (const [part, text] of Object.entries(textsFor(OWN, EARLIER)))
    writeFileSync(join(before, `${part}.csv`), text);
  const report = await checked(files, ["--previous", before]);
  expect(report.verdict).toBe("accepted");
  const ofTheReturn = new Set<string>(RETURN_CHECKS.map(({ code }) => code));
  const told: string[] = [];
  await page.goto(path);
  const addresses = await page
    .locator("a:has-text('See every finding')")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const address of addresses) {
    await page.goto(address);
    const rules = await page.locator("[id^='rule-']").evaluateAll((groups) => groups.map(({ id }) => id));
    told.push(...rules.map((id) => id.replace("rule-", "")).filter((code) => ofTheReturn.has(code)));
  }
  expect(told).not.toEqual([]);
  expect(told.sort()).toEqual(
    report.findings
      .filter(({ file }) => !file)
      .map(({ code }) => code)
      .sort(),
  );

  await explainWarnings(page, path);
  const why = page.locator("#removalReason");
  if ((await why.count()) > 0) await why.fill("The service was handed over to its neighbour in May.");
  await press(page, "form[action$='/submit'] button");
  expect(await said(page)).toContain("Version 1 is submitted");
  const approver = await signIn(browser, site, "approver", true);
  await approver.setViewportSize({ width: 375, height: 900 });
  await approver.goto(path);
  await unfold(approver, "Versions");
  await press(approver, "form[action$='/approve'] button");
  expect(await said(approver)).toContain("Version 1 is approved");
});
