import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestSite, testSite } from "../support/site";
import { CENSUS, CLOSED_CENSUS, filesSent } from "./journey-files";
import { cookieOf, type Owner, ownerOf } from "./journey-people";
import { type Send, sendForm, sendStream, speak } from "./journey-raw";

const OWN = "ZS011";
const own = filesSent(OWN);
const other = filesSent("ZS012");

let site: TestSite;
let owner: Owner;
let cookie: string;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  await owner.admit("member", "submitter", OWN);
  cookie = await cookieOf(site, "member");
});
afterAll(() => owner?.end());

/** Does something that must be refused, and holds that nothing whatever was kept of it. */
async function leavesNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = await owner.kept(OWN);
  const result = await work();
  expect(await owner.kept(OWN)).toEqual(before);
  return result;
}

const WAYS: [string, Send][] = [
  ["in a stream", sendStream],
  ["by the form", sendForm],
];

describe.each(WAYS)("sent %s", (_, send) => {
  test.each([
    {
      what: "an archive in place of text",
      part: "workforce",
      text: "PK\u0003\u0004\u0014\u0000 workbook",
      says: /ZIP archive, not a CSV file/,
    },
    { what: "an empty file", part: "workforce", text: "", says: /empty/i },
    { what: "a file of devices as workforce", part: "workforce", text: own.devices, says: /devices/i },
    { what: "a file of workforce as devices", part: "devices", text: own.workforce, says: /workforce/i },
    { what: "another organisation's file", part: "workforce", text: other.workforce, says: /ZS012/ },
    {
      what: "a file for a closed collection",
      part: "workforce",
      text: own.workforce,
      census: CLOSED_CENSUS,
      says: /closed/,
    },
  ])("$what is refused in a sentence, and nothing is stored", async ({ part, text, census, says }) => {
    const answer = await leavesNothing(() => send(site, { organisation: OWN, cookie, part, text, census }));
    expect(answer.text).toMatch(says);
    if (send === sendStream) expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test("a file for another organisation's return is refused, and nothing is stored", async () => {
    const before = await owner.kept("ZS012");
    const answer = await send(site, {
      organisation: "ZS012",
      cookie,
      part: "workforce",
      text: own.workforce,
    });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("may not upload a file for ZS012");
    expect(await owner.kept("ZS012")).toEqual(before);
  });
});

describe("spoken by hand", () => {
  // One more line, so that it is another file than the one that is there.
  const text = `${own.workforce}${own.workforce.trimEnd().split("\n").at(-1)?.replace(/P\d+/, "P9999")}\n`;
  const put = (size: number | null, ...headers: string[]) => [
    `PUT /returns/${OWN}/parts/workforce?census=${CENSUS}${size === null ? "" : `&size=${size}`} HTTP/1.1`,
    `cookie: ${cookie}`,
    ...headers,
  ];
  const whole = Buffer.byteLength(text);
  const half = text.slice(0, text.indexOf("\n", whole / 2) + 1);
  /** What is sent in pieces, so that no length is said. */
  const chunk = (piece: string) => `${Buffer.byteLength(piece).toString(16)}\r\n${piece}\r\n`;

  const line = text.indexOf("\n");

  test.each([
    ["before its first byte", 0],
    ["after its first byte", 1],
    ["within its header", line - 5],
    ["at the end of its header", line + 1],
    ["half-way", half.length],
    ["before its last byte", text.length - 1],
  ])("an upload cut off %s leaves nothing", async (_, letters) => {
    const came = text.slice(0, letters);
    await leavesNothing(async () => {
      await speak(site, put(whole, `content-length: ${whole}`), came, true);
      if (letters > 0) await speak(site, put(whole, "transfer-encoding: chunked"), chunk(came), true);
      // The next upload of this part is not kept out by it.
      const next = await speak(site, put(null, "content-length: 4"), "rub!", false);
      expect(next).toMatch(/^HTTP\/1.1 422/);
    });
  });

  test("a body shorter or longer than the file was said to be is refused in a sentence", async () => {
    for (const [said, sent] of [
      [whole, half],
      [Buffer.byteLength(half), text],
    ] as const) {
      const answer = await leavesNothing(() =>
        speak(site, put(said, "transfer-encoding: chunked"), `${chunk(sent)}0\r\n\r\n`, false),
      );
      expect(answer).toMatch(/^HTTP\/1.1 422/);
      expect(answer).toContain("nothing was stored");
    }
  });

  test("a body longer than its own length is cut there, found short of the file's size, and leaves nothing", async () => {
    const length = Buffer.byteLength(half);
    const answer = await leavesNothing(() =>
      speak(site, put(whole, `content-length: ${length}`), text, false),
    );
    // What is left over is no request, and may be refused before the file is.
    expect(answer).toMatch(/^HTTP\/1.1 4(00|22)/);
  });

  test("a file over the limit is refused before it is sent", async () => {
    const answer = await leavesNothing(() =>
      speak(site, put(null, `content-length: ${2 ** 31}`), half, false),
    );
    expect(answer).toMatch(/^HTTP\/1.1 413/);
    expect(answer).toContain("the most that is taken");
  });

  test("a form cut off half-way leaves nothing, not even the file that was whole", async () => {
    const part = (name: string, csv: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"; filename="${name}.csv"\r\n\r\n${csv}\r\n`;
    const field = `--x\r\ncontent-disposition: form-data; name="census"\r\n\r\n${CENSUS}\r\n`;
    const body = `${field}${part("workforce", text)}${part("devices", own.devices).slice(0, 500)}`;
    const post = (length: number) => [
      `POST /returns/${OWN}/upload HTTP/1.1`,
      `cookie: ${cookie}`,
      "content-type: multipart/form-data; boundary=x",
      `content-length: ${length}`,
    ];
    await leavesNothing(async () => {
      await speak(site, post(body.length + 5000), body, true);
      expect(await speak(site, post(body.length), body, false)).toContain("nothing was stored");
    });
  });
});

test("a stored file is given back byte by byte, and cut off once it is not what was sent", async () => {
  await owner.rows("SELECT set_config('muster.organisations', $1, false)", [OWN]);
  const [part] = await owner.rows<{ id: string; sha256: string }>(
    `SELECT p.id, p.sha256 FROM intake.part p
     JOIN intake.chunk c ON c.part_id = p.id WHERE p.organisation = $1 LIMIT 1`,
    [OWN],
  );
  const get = async () => {
    const answer = await fetch(`${site.url}/returns/${OWN}/files/${part?.id}`, { headers: { cookie } });
    return Buffer.from(await answer.arrayBuffer());
  };
  const bytes = await get();
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(part?.sha256);
  const swapLetterCase = async () => {
    await owner.rows("ALTER TABLE intake.chunk DISABLE TRIGGER chunk_never_changes");
    await owner.rows(
      "UPDATE intake.chunk SET bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 32) WHERE part_id = $1 AND position = 0",
      [part?.id],
    );
    await owner.rows("ALTER TABLE intake.chunk ENABLE TRIGGER chunk_never_changes");
  };
  await swapLetterCase();
  try {
    await expect(get()).rejects.toThrow();
  } finally {
    await swapLetterCase();
  }
  expect(await get()).toEqual(bytes);
});
