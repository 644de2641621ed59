import { expect, test } from "vitest";
import { inlineScriptsOf, markersOf, needsFrameworkScript, withoutFramework } from "./plain-page.mjs";

const PAGE = [
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
  '<link rel="stylesheet" href="/assets/muster.css"/>',
  '<script src="/_next/static/chunks/a.js" async=""></script>',
  '<meta name="muster-page" content="plain"/><meta name="muster-edition" content="7"/></head>',
  '<body><div hidden=""><!--$--><!--/$--></div><main title="a > b">1<!-- -->2</main>',
  '<script type="module" src="/assets/signed-in.js" data-keep=""></script>',
  '<script>self.__next_f.push([1,"<b>\\u003c/script>"])</script></body></html>',
].join("");

test("a plain page keeps its text, its stylesheets and its own script, and nothing of the framework", () => {
  expect(withoutFramework(PAGE)).toBe(
    [
      '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
      '<link rel="stylesheet" href="/assets/muster.css"/>',
      '<meta name="muster-edition" content="7"/></head>',
      '<body><main title="a > b">12</main>',
      '<script type="module" src="/assets/signed-in.js" data-keep=""></script></body></html>',
    ].join(""),
  );
});

test("a plain page is sent in ASCII, and reads the same", () => {
  expect(withoutFramework("<title>Guy\u2019s \u2013 \u{1f527}</title>")).toBe(
    "<title>Guy&#8217;s &#8211; &#128295;</title>",
  );
});

test.each([
  ["a plain page of an edition", PAGE, { plain: true, edition: 7, status: null }],
  [
    "a page that says it is missing",
    '<meta name="muster-status" content="404"/>',
    { plain: false, edition: null, status: 404 },
  ],
  ["another page", "<p>x</p>", { plain: false, edition: null, status: null }],
  [
    "a page that only speaks of a marker",
    '<p>&lt;meta name="muster-page" content="plain"/></p>',
    { plain: false, edition: null, status: null },
  ],
])("markers of %s", (_, html, expected) => {
  expect(markersOf(html)).toEqual(expected);
});

test.each([
  ["a source alone runs nothing inline", '<script src="/a.js"></script>', []],
  [
    "data is not run",
    '<script type="application/json">{}</script><script type="application/ld+json">{}</script>',
    [],
  ],
  ["bodies in order", '<script>a()</script><p></p><script nonce="">b()</script>', ["a()", "b()"]],
  ["a > inside a quoted attribute does not end the tag", '<script data-x="a>b">c()</script>', ["c()"]],
])("inline scripts: %s", (_, html, expected) => {
  expect(inlineScriptsOf(html)).toEqual(expected);
});

test("a page that React has cut in two for streaming is seen to need the framework", () => {
  expect(needsFrameworkScript('<template id="B:0"></template>')).toBe(true);
  expect(needsFrameworkScript(PAGE)).toBe(false);
});
