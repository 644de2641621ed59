import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestSite, testSite } from "../support/site";
import { cookieOf, type Owner, ownerOf } from "./journey-people";
import { DOORS, type Door, doorFiles, OPEN, type Things, thingsOf } from "./signed-in-doors";

const FOREIGN = "ZS014";

let site: TestSite;
let owner: Owner;
let foreign: Things;
/** Of another organisation than the one asked for, and no administrator. */
let stranger: string;
beforeAll(async () => {
  site = await testSite();
  owner = await ownerOf(site);
  foreign = await thingsOf(owner, FOREIGN);
  stranger = await cookieOf(site, "approver");
});
afterAll(() => owner?.end());

async function enter({ method, path, form }: Door, cookie: string, origin = site.url): Promise<Response> {
  const multipart = path.endsWith("/upload");
  const body = multipart ? new FormData() : new URLSearchParams(form);
  if (multipart) for (const [name, value] of Object.entries(form ?? {})) body.append(name, value);
  return fetch(site.url + path, {
    method,
    redirect: "manual",
    headers: { cookie, origin },
    ...(method === "POST" ? { body } : {}),
  });
}

/** Everything that a stranger could have changed: the organisation's own, releases, collections, people, the record. */
async function everything() {
  const [counts] = await owner.rows<object>(
    `SELECT (SELECT count(*) FROM audit.event WHERE verb <> 'person.signed-in') AS events,
       (SELECT count(*) FROM account.person) AS people, (SELECT count(*) FROM published.release) AS releases`,
  );
  return { ...counts, ...(await owner.kept(FOREIGN)) };
}

test("every page and route handler behind sign-in is tried, and none that is gone", () => {
  expect(doorFiles().sort()).toEqual([...Object.keys(DOORS), ...OPEN].sort());
});

const doors = Object.entries(DOORS);

test.each(doors)("nobody gets in by %s without signing in", async (_, door) => {
  const before = await everything();
  const answer = await enter(door(foreign), "");
  if (answer.status === 401) expect(await answer.text()).toContain("sign in");
  else {
    expect([303, 307]).toContain(answer.status);
    expect(answer.headers.get("location")).toMatch(/^(http:\/\/[^/]+)?\/sign-in\?next=/);
  }
  expect(await everything()).toEqual(before);
});

/** What everyone signed in may open: their own page, and members' figures. */
const FOR_ALL = ["returns/page.tsx", "members/[code]/page.tsx"];

test.each(doors.filter(([file]) => !FOR_ALL.includes(file)))(
  "a stranger finds nothing behind %s, and does nothing",
  async (_, door) => {
    const before = await everything();
    const answer = await enter(door(foreign), stranger);
    if (answer.status === 303) {
      // A form answers with the page that it stands on, which is none of the stranger's.
      const page = await enter({ method: "GET", path: answer.headers.get("location") ?? "" }, stranger);
      expect(page.status).toBe(404);
      expect(await page.text()).toContain("Page not found");
    } else expect([403, 404]).toContain(answer.status);
    expect(await everything()).toEqual(before);
  },
);

test.each(doors.filter(([file]) => file.includes("[partId]") || /approve|send-back/.test(file)))(
  "another organisation's file or version is not reached through one's own by %s",
  async (_, door) => {
    const before = await everything();
    const answer = await enter(door({ ...foreign, organisation: "ZS007" }), stranger);
    if (answer.status === 303) {
      const page = await enter({ method: "GET", path: answer.headers.get("location") ?? "" }, stranger);
      expect(await page.text()).toMatch(/no longer waiting|Page not found/);
    } else expect(answer.status).toBe(404);
    expect(await everything()).toEqual(before);
  },
);

test.each(doors.filter(([, door]) => door({} as Things).method !== "GET"))(
  "what another site plants is refused by %s, whoever is signed in",
  async (_, door) => {
    const before = await everything();
    const answer = await enter(door(foreign), stranger, "https://elsewhere.example");
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("was not sent from a page of this site");
    expect(await everything()).toEqual(before);
  },
);
