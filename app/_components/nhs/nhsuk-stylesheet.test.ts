import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = new URL("../../../", import.meta.url);
const text = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), "utf8");
const packageFolder = "node_modules/nhsuk-frontend";
const { version } = JSON.parse(text(`${packageFolder}/package.json`)) as { version: string };

const NOTICE = `/* nhsuk-frontend ${version}, MIT licence, (c) NHS England and contributors, https://github.com/nhsuk/nhsuk-frontend. The Frutiger web font, which is licensed to NHS services only, has been taken out. */\n`;

/** The package's stylesheet without the web font that only NHS services may use. */
const withoutLicensedFont = (css: string) =>
  css
    .replace(/^@charset "UTF-8";/, "")
    .replace(/@font-face\{[^}]*\}/g, "")
    .replaceAll("Frutiger W01,", "")
    .replace(/\n?\/\*# sourceMappingURL=[^*]*\*\/\s*$/, "\n");

const built = `@charset "UTF-8";\n${NOTICE}${withoutLicensedFont(
  text(`${packageFolder}/dist/nhsuk/nhsuk-frontend.min.css`),
)}`;

// After a change of the package: npx vitest run app/_components/nhs/nhsuk-stylesheet.test.ts -u, then name the new
// file in app/_components/stylesheets.tsx and take the old one away.
test("the committed stylesheet is the installed package's, without the licensed font", async () => {
  await expect(built).toMatchFileSnapshot(
    fileURLToPath(new URL(`public/assets/nhsuk-frontend-${version}.css`, root)),
  );
});

test("the stylesheet names no licensed font and asks no other host", () => {
  expect(built).not.toMatch(/frutiger(?! web font, which)/i);
  expect(built.replace(NOTICE, "")).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test("every picture the stylesheet asks for is served", () => {
  const asked = [...built.matchAll(/url\((\/assets\/[^)]+)\)/g)].map(([, path]) => path);
  expect(asked.length).toBeGreaterThan(0);
  for (const path of asked) {
    const file = path?.replace("/assets/", "");
    expect(text(`public/assets/${file}`)).toBe(text(`${packageFolder}/dist/nhsuk/assets/${file}`));
  }
});
