import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formatCount } from "@/lib/format/number";
import { WAYS } from "@/lib/sample/nation/messy/ways";
import { launchChromium } from "../support/chromium";
import { csvLines } from "../support/csv-lines";
import { type Ended, runMuster } from "../support/run-muster";
import { textsFor } from "../support/sample-nation";
import { type TestSite, testSite } from "../support/site";
import { CENSUS } from "./journey-files";
import { type Owner, ownerOf, press, said, signIn, unfold } from "./journey-people";

/** Has returned: its files are at hand, and are spoilt one after the other. */
const OWN = "ZS018";
const texts: Record<string, string> = textsFor(OWN);

type Told = { part?: string; file?: string; code: string; message: string };
type Found = Told & { severity: string; line: number | null; column: string | null; value: string | null };
type Report = {
  refusal?: Told;
  repairs: (Told & { count: number })[];
  findings: Found[];
};

let site: TestSite;
let owner: Owner;
let browser: Browser;
let page: Page;
let folder: string;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  await owner.admit("member", "submitter", OWN);
  browser = await launchChromium();
  page = await signIn(browser, site, "member", false);
  folder = mkdtempSync(join(tmpdir(), "muster-test-spoilt-"));
  for (const [part, text] of Object.entries(texts)) writeFileSync(join(folder, `${part}.csv`), text);
});
afterAll(async () => {
  await browser?.close();
  await owner?.end();
  if (folder) rmSync(folder, { recursive: true });
});

/** The return in the folder by the command line. */
async function checked(): Promise<Report> {
  const who = ["--organisation", OWN, "--census", CENSUS, "--json"];
  const { stdout, stderr }: Ended = await runMuster(["check", "--return", folder, ...who], {}, process.cwd());
  expect(stdout, stderr).not.toBe("");
  return JSON.parse(stdout) as Report;
}

const where = ({ severity, code, line, column }: Record<string, unknown>) =>
  [severity, code, line ?? "", column ?? ""].join(" ");

const fitting = WAYS.filter(({ part, fits }) => texts[part] && (fits?.(texts[part]) ?? true));

test.each(fitting.map((way) => [way.id, way] as const))(
  "%s: the page and the command line say the same",
  async (_, { part, spoil, expected }) => {
    const clean = texts[part] ?? "";
    const bytes = spoil(clean);
    const file = join(folder, `${part}.csv`);
    writeFileSync(file, bytes);
    const report = await checked();
    await page.goto(`/returns/${OWN}?census=${CENSUS}`);
    await unfold(page, "More parts");
    await page.setInputFiles(`#${part}`, {
      name: `${part}.csv`,
      mimeType: "text/csv",
      buffer: Buffer.from(bytes),
    });
    await press(page, "form[enctype] button[type=submit]");

    if (expected === "refused") {
      expect(await said(page)).toContain(report.refusal?.message ?? "The command line refuses it not");
      writeFileSync(file, clean);
      return;
    }
    expect(report.refusal).toBeUndefined();
    expect(await said(page)).toBe("Your files are received and checked.");
    const own = <T extends Told>(told: readonly T[]) => told.filter((one) => one.file === `${part}.csv`);
    const panel = page.locator(`#part-${part}`);
    const errors = own(report.findings).some(({ severity }) => severity === "error");
    expect((await panel.innerText()).includes("Has errors")).toBe(errors);
    expect(errors).toBe(expected === "error");
    await unfold(page, "What was put right");
    const repairs = await panel.locator("details li").allInnerTexts();
    expect(repairs.sort()).toEqual(
      own(report.repairs)
        .map(({ message, count }) => `${message} (${formatCount(count)})`)
        .sort(),
    );
    const link = panel.locator("a:has-text('See every finding')");
    const href = (await link.count()) > 0 ? await link.getAttribute("href") : null;
    const csv = href ? await (await page.request.get(`${href}/csv`)).text() : "";
    const found = csvLines(csv.replace("\ufeff", "")).map(where);
    expect(found.sort()).toEqual(own(report.findings).map(where).sort());
    writeFileSync(file, clean);
  },
);
