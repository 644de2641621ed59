/**
 * Finished HTML in, finished HTML out: what a published page loses before it is stored, and the policy it is
 * sent with. Plain JavaScript, because Next loads the cache handler from the disk without compiling it.
 *
 * React writes attributes in double quotes and never a raw `</script` inside a script, so one forward scan
 * over the text is enough and no tree is built.
 */

const MARKER = /<meta name="muster-(page|edition|status)" content="([^"]*)"\/>/g;

/**
 * The markers a page carries for the cache.
 * @param {string} html
 * @returns {{ plain: boolean, edition: number | null, status: number | null }}
 */
export function markersOf(html) {
  const markers = { plain: false, edition: null, status: null };
  for (const [, name, content] of html.matchAll(MARKER)) {
    if (name === "page") markers.plain = content === "plain";
    else if (name === "edition") markers.edition = Number(content);
    else markers.status = Number(content);
  }
  return markers;
}

/**
 * Whether React has moved part of the page behind a script (a large Suspense boundary): without the script the
 * reader would see its fallback for ever.
 * @param {string} html
 */
export function needsFrameworkScript(html) {
  return html.includes('<template id="B:');
}

/**
 * Every script of a page in order, with where it stands.
 * @param {string} html
 * @returns {{ start: number, end: number, attributes: string, body: string }[]}
 */
function scriptsOf(html) {
  const scripts = [];
  let from = 0;
  for (;;) {
    const start = html.indexOf("<script", from);
    if (start < 0) return scripts;
    const open = endOfTag(html, start);
    const close = html.indexOf("</script>", open);
    const end = close < 0 ? html.length : close + "</script>".length;
    scripts.push({
      start,
      end,
      attributes: html.slice(start + "<script".length, open - 1),
      body: html.slice(open, close < 0 ? html.length : close),
    });
    from = end;
  }
}

/** The index after the `>` that closes the tag at `start`; a `>` inside a quoted value does not count. */
function endOfTag(html, start) {
  let quoted = false;
  for (let at = start; at < html.length; at++) {
    const character = html[at];
    if (character === '"') quoted = !quoted;
    else if (character === ">" && !quoted) return at + 1;
  }
  return html.length;
}

/**
 * A page without the framework: no script but those marked `data-keep`, no preload of a script, none of React's
 * comments, none of the cache's markers except the edition.
 * @param {string} html
 */
export function withoutFramework(html) {
  let kept = "";
  let from = 0;
  for (const script of scriptsOf(html)) {
    kept += html.slice(from, script.start);
    if (/\sdata-keep\b/.test(script.attributes)) kept += html.slice(script.start, script.end);
    from = script.end;
  }
  kept += html.slice(from);
  return inAscii(kept)
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, "")
    .replace(MARKER, (tag, name) => (name === "edition" ? tag : ""))
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<div hidden="">\s*<\/div>/g, "");
}

/**
 * Every other letter as a numeric entity. The page reads the same, and the engine, which keeps a text of one-byte letters
 * as it is sent, answers up to a third faster. Plain pages hold no raw text in which an entity would stand as it is.
 * @param {string} html
 */
const inAscii = (html) => html.replace(/[^\0-\x7f]/gu, (letter) => `&#${letter.codePointAt(0)};`);

/**
 * The inline scripts that a page would run: those without a source that are not data.
 * @param {string} html
 * @returns {string[]}
 */
export function inlineScriptsOf(html) {
  return scriptsOf(html)
    .filter(
      ({ attributes, body }) =>
        body !== "" && !/\ssrc=/.test(attributes) && !/type="application\/(ld\+)?json"/.test(attributes),
    )
    .map(({ body }) => body);
}
