import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figureText, figureWords, rangeText } from "@/lib/disclosure/figure-text";
import { formatDate } from "@/lib/format/date";
import { knownMeasure } from "@/lib/measures/catalogue";
import { categoryTitle } from "@/lib/measures/dimension";
import { dimensionById } from "@/lib/measures/dimensions";
import { changeBetween, changeWords } from "@/lib/published/change";
import { LOOK_CHARTS } from "@/lib/published/place-sections";
import { DEMO_PASSWORD } from "@/lib/sample/people";
import { launchChromium } from "../support/chromium";
import {
  type FileLine,
  figureOfLine,
  fileLines,
  type ShownFigure,
  shownFigures,
} from "../support/shown-figures";
import { testSite } from "../support/site";

// Pages of the sample nation, each of a release that its address names: other tests publish further ones meanwhile.
const PAGES = [
  "/places/K02000001/r3",
  "/places/Y56/r3",
  "/places/QKK/r3",
  "/places/Y56/vacancy-rate/r3",
  "/places/QWE/share-55-and-over/r3",
  "/places/E92000001/headcount/r2",
] as const;

/** The release of each census, oldest first: the newest was published first by itself, and then again. */
const SERIES = [2, 3];
const [EARLIER = 0, NEWEST = 0] = SERIES;

let url: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [{ url }, browser] = await Promise.all([testSite(), launchChromium()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
});

afterAll(() => browser?.close());

const files = new Map<string, Promise<FileLine[]>>();

/** A file of figures, read once. */
function fileOf(release: number, place: string): Promise<FileLine[]> {
  const address = `/data/r${release}/places/${place}.csv`;
  const reading =
    files.get(address) ?? fetch(url + address).then(async (answer) => fileLines(await answer.text()));
  files.set(address, reading);
  return reading;
}

async function lineOf(release: number, place: string, measure: string, dimension = "all", category = "all") {
  const found = (await fileOf(release, place)).filter(
    (line) => line.measure === measure && line.dimension === dimension && line.category === category,
  );
  expect(found, `${place} ${measure} ${dimension} ${category} in release ${release}`).toHaveLength(1);
  return found[0] as FileLine;
}

const wordsOf = (line: FileLine) => {
  const { unit } = knownMeasure(line.measure ?? "");
  const figure = figureOfLine(line);
  return { text: figureWords(figure, unit), range: rangeText(figure, unit) };
};

/** What the work requires, as its interval alone where more than a quarter of it is illustrative, and who is there to do it. */
async function requirementBehind(release: number, place: string) {
  const [required, inPost, share] = await Promise.all(
    ["requirement-compared", "in-post-compared", "illustrative-share"].map((measure) =>
      lineOf(release, place, measure),
    ),
  );
  const asked = wordsOf(required as FileLine);
  const work = Number(share?.value) > 25 ? { text: asked.range, range: null } : asked;
  return [
    { label: "Required, specialisms compared", ...work },
    { label: "In post, specialisms compared", ...wordsOf(inPost as FileLine) },
  ];
}

/** The lines of the files that a figure's table must show: label and words, in any order. */
async function linesBehind(figure: ShownFigure, release: number, place: string) {
  if (figure.id === "requirement-and-staff") return requirementBehind(release, place);
  const [measure = "", dimensionId] = figure.id.split("-by-");
  const dimension = dimensionId ? dimensionById(dimensionId) : undefined;
  if (dimension) {
    const lines = (await fileOf(release, place)).filter(
      (line) => line.measure === measure && line.dimension === dimension.id,
    );
    return lines.map((line) => ({ label: categoryTitle(dimension, line.category ?? ""), ...wordsOf(line) }));
  }
  return Promise.all(
    figure.rows.map(async ({ cells, href }) => {
      const other = /^\/places\/([^/]+)/.exec(href ?? "")?.[1] ?? "";
      return { label: cells[0], ...wordsOf(await lineOf(release, other, measure)) };
    }),
  );
}

async function seriesBehind(figure: ShownFigure, place: string) {
  const measures =
    figure.id === "posts-over-time" ? ["establishment", "in-post"] : [figure.id.replace(/-over-time$/, "")];
  return Promise.all(
    figure.rows.map(async (_, at) => {
      const lines = await Promise.all(measures.map((measure) => lineOf(SERIES[at] ?? 0, place, measure)));
      const cells = lines.map((line) => {
        const { text, range } = wordsOf(line);
        return range ? `${text} (${range})` : text;
      });
      return [formatDate(lines[0]?.census ?? ""), ...cells];
    }),
  );
}

test.each(PAGES)("on %s each table is its file and its picture, value by value", async (path) => {
  const [, , place = "", ...rest] = path.split("/");
  const release = Number(rest.at(-1)?.slice(1));
  await page.goto(url + path);
  const figures = await shownFigures(page);
  expect(figures.length).toBeGreaterThan(1);
  // A look ahead is in no file of figures: it starts from them, and lib/supply's tests hold it.
  for (const figure of figures.filter(({ id }) => !LOOK_CHARTS.includes(id))) {
    const said: string[] = [];
    if (figure.id.endsWith("-over-time")) {
      const shown = figure.rows.map(({ cells }) => cells);
      expect(shown, figure.id).toEqual(await seriesBehind(figure, place));
      said.push(...shown.flatMap(([, ...cells]) => cells.map((cell) => cell.replace(/ \(.*/, ""))));
    } else {
      const ranged = figure.headings.length > 2;
      const shown = figure.rows.map(({ cells: [label, text, range] }) => ({
        label,
        // In the page the reason stands under it.
        text: text?.replace(/^(cannot be shown)Cannot be shown because .+$/, "$1"),
        range: !ranged || range === "–" ? null : range,
      }));
      const byLabel = (a: { label?: string }, b: { label?: string }) =>
        (a.label ?? "") < (b.label ?? "") ? -1 : 1;
      expect(shown.sort(byLabel), figure.id).toEqual(
        (await linesBehind(figure, release, place)).sort(byLabel),
      );
      said.push(...shown.flatMap(({ text, range }) => [text ?? "", ...(range ? [range] : [])]));
    }
    // Beside a table there is room for the narrow one alone.
    expect(figure.pictures.length, figure.id).toBeGreaterThan(0);
    for (const picture of figure.pictures) {
      const svg = await (await fetch(url + picture)).text();
      expect(svg, picture).toContain("SYNTHETIC: invented sample data");
      const written = [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text?.replaceAll("&lt;", "<"));
      for (const text of said) expect(written, `${picture} without ${text}`).toContain(text);
    }
  }
});

test("what changed is told from the two files, and only where their ranges are apart", async () => {
  for (const place of ["K02000001", "Y56", "QKK"]) {
    await page.goto(`${url}/places/${place}/r3`);
    const rows = await page.evaluate<{ href: string; cells: string[] }[]>(
      `[...document.querySelectorAll("section[aria-labelledby=changed] tbody tr")].map((row) => ({
        href: row.querySelector("a").getAttribute("href"),
        cells: [...row.cells].map((cell) => cell.textContent),
      }))`,
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { href, cells } of rows) {
      const measure = href.split("/")[3] ?? "";
      const { unit } = knownMeasure(measure);
      const [earlier, now] = (
        await Promise.all([lineOf(EARLIER, place, measure), lineOf(NEWEST, place, measure)])
      ).map(figureOfLine) as [ReturnType<typeof figureOfLine>, ReturnType<typeof figureOfLine>];
      const apart = (now.low ?? 0) > (earlier.high ?? 0) || (now.high ?? 0) < (earlier.low ?? 0);
      const told = (figure: typeof now) =>
        figure.value === null ? figureWords(figure, unit) : figureText(figure, unit);
      expect(cells.slice(1)).toEqual([
        told(earlier),
        told(now),
        changeWords(changeBetween(earlier, now), unit),
      ]);
      expect(/^(Up|Down) by/.test(cells[3] ?? ""), `${place} ${measure}`).toBe(apart);
    }
    const counts = async (release: number) => [
      (await lineOf(release, place, "organisations-responded")).value,
      (await lineOf(release, place, "organisations")).value,
    ];
    const [answered, asked] = await counts(NEWEST);
    const all = [answered, asked, ...(await counts(EARLIER))].every((count) => count === asked);
    expect(await page.innerText("section[aria-labelledby=changed]")).toContain(
      all ? `All ${asked} organisations asked answered` : `${answered} of ${asked} organisations answered`,
    );
  }
});

test("a served organisation names its host, and one without devices the census, on its page and in its file", async () => {
  const source = async (place: string, release: number) =>
    (await lineOf(release, place, "organisations-with-devices")).source;
  await page.goto(`${url}/places/ZS015/r${NEWEST}`);
  const host = page.getByRole("main").getByRole("link", { name: "Sample Trust 011, acute large" }).first();
  expect(await host.getAttribute("href")).toBe(`/places/ZS011/r${NEWEST}`);
  expect(await page.locator("main").innerText()).toMatch(
    /Served by Sample Trust 011, acute large, whose return/,
  );
  expect(await source("ZS015", NEWEST)).toMatch(/Served by another organisation\. Its host is ZS011$/);

  await page.goto(`${url}/places/ZS022/r${NEWEST}`);
  expect(await page.locator("main").innerText()).toContain(
    "For the census of 31 March 2025 it sent no devices.",
  );
  expect(await source("ZS022", EARLIER)).toMatch(/Returned\. It sent no devices$/);
  expect(await source("ZS022", NEWEST)).toMatch(/Returned$/);
});

test("the first release has nothing before it, and leads to the newer one and what changed there", async () => {
  await page.goto(`${url}/places/Y56/headcount/r2`);
  expect(await page.innerText("section[aria-labelledby=changed]")).toContain("no earlier release");
  await page.click("text=what changed in it");
  expect(new URL(page.url()).pathname).toMatch(/^\/places\/Y56\/headcount\/r[3-9]/);
  expect(new URL(page.url()).hash).toBe("#changed");
});

test("pictures have their room before they come, so that nothing moves when they do", async () => {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 900 });
    const heights: number[][] = [];
    for (const come of [false, true]) {
      if (!come) await page.route("**/charts/**", (route) => route.abort());
      await page.goto(`${url}/places/Y56/r3`);
      if (come)
        await page.evaluate(`Promise.all([...document.images].map((image) => {
          image.loading = "eager";
          return image.decode();
        }))`);
      heights.push(
        await page.evaluate<number[]>(
          "[...document.images].map((image) => Math.round(image.getBoundingClientRect().height))",
        ),
      );
      await page.unroute("**/charts/**");
    }
    expect(heights[0]?.length).toBeGreaterThan(5);
    expect(heights[0]).toEqual(heights[1]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
});

const strip = () =>
  page.evaluate<{ text: string; links: [string, string][]; inside: number } | null>(`(() => {
    const root = document.querySelector("muster-viewer").shadowRoot;
    return root && {
      text: root.querySelector("p").textContent,
      links: [...root.querySelectorAll("a")].map((link) => [link.getAttribute("href"), link.textContent]),
      inside: root.querySelectorAll("p > *, img, script").length,
    };
  })()`);

test("signed out there is no strip, signed in it says what the site answers, signed out again it is gone", async () => {
  const answered = () => page.waitForResponse((response) => response.url().endsWith("/signed-in"));
  const [nobody] = await Promise.all([answered(), page.goto(url)]);
  expect(nobody.status()).toBe(204);
  expect(await strip()).toBeNull();

  await page.goto(`${url}/sign-in`);
  await page.fill("#email", "administrator@example.org");
  await page.fill("#password", DEMO_PASSWORD);
  await Promise.all([page.waitForEvent("load"), page.click("main button[type=submit]")]);
  const [somebody] = await Promise.all([answered(), page.goto(url)]);
  expect(somebody.headers()["cache-control"]).toBe("no-store");
  const viewer = (await somebody.json()) as { name: string; links: { href: string; text: string }[] };
  expect(viewer.links.length).toBeGreaterThan(1);
  await page.waitForFunction("document.querySelector('muster-viewer').shadowRoot");
  expect(await strip()).toEqual({
    text: `Signed in as ${viewer.name}`,
    links: viewer.links.map(({ href, text }) => [href, text]),
    inside: 0,
  });

  await page.context().clearCookies();
  await Promise.all([answered(), page.goto(url)]);
  expect(await strip()).toBeNull();
});

test("a name that holds markup is a name, and runs nothing", async () => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("dialog", (dialog) => errors.push(dialog.message()));
  const name = `Ada <img src=x onerror="alert(1)"><script>alert(2)</script> & Co`;
  await page.route("**/signed-in", (route) =>
    route.fulfill({ json: { name, links: [{ href: "/returns", text: "<b>Your</b> Muster" }] } }),
  );
  await page.goto(url);
  await page.waitForFunction("document.querySelector('muster-viewer').shadowRoot");
  expect(await strip()).toEqual({
    text: `Signed in as ${name}`,
    links: [["/returns", "<b>Your</b> Muster"]],
    inside: 0,
  });
  expect(errors).toEqual([]);
  await page.unroute("**/signed-in");
});
