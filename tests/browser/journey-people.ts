import { Client } from "pg";
import type { Browser, Page } from "playwright-core";
import type { Role } from "@/lib/access/viewer";
import { DEMO_PASSWORD } from "@/lib/sample/people";
import type { TestSite } from "../support/site";

export type DemoName = "submitter" | "approver" | "member" | "several" | "planner" | Administrator;
type Administrator = "administrator" | "administrator-two";

/** A demo person's own browser, signed in by the form. It stands where they landed. */
export async function signIn(
  browser: Browser,
  site: TestSite,
  who: DemoName,
  javaScriptEnabled: boolean,
): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: site.url });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto("/sign-in");
  await page.fill("#email", `${who}@example.org`);
  await page.fill("#password", DEMO_PASSWORD);
  await press(page, "main button[type=submit]");
  return page;
}

/** A demo person's session as a cookie, for requests that no browser would send. */
export async function cookieOf(site: TestSite, who: string): Promise<string> {
  const answer = await fetch(`${site.url}/sign-in/password`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: site.url },
    body: new URLSearchParams({ email: `${who}@example.org`, password: DEMO_PASSWORD }),
  });
  const cookie = answer.headers.get("set-cookie")?.split(";")[0];
  if (!cookie) throw new Error(`${who} could not sign in: ${answer.status}`);
  return cookie;
}

/** Presses what leads to another page, or to this one anew, and waits until it is there. */
export async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.click(selector)]);
}

/** Gives a reason for every warning of the files in work, as a person does: on each file's own page. */
export async function explainWarnings(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const files = await page.locator("a:has-text('See every finding')").all();
  const addresses = await Promise.all(files.map((link) => link.getAttribute("href")));
  for (const address of addresses) {
    await page.goto(address ?? "");
    for (let left = await page.locator(".muster-reason form").count(); left > 0; left--) {
      await page.locator(".muster-reason textarea").first().fill("Agreed with the ledger in March.");
      await press(page, ".muster-reason form button");
    }
  }
  await page.goto(path);
}

/** What the page says of the form just sent. */
export async function said(page: Page): Promise<string> {
  const told = page.locator(".nhsuk-notification-banner__content, .nhsuk-error-summary__list");
  return (await told.allInnerTexts()).join(" ").trim();
}

/** Opens what is folded away, as a person does, and gives the selector of what is in it. */
export async function unfold(page: Page, summary: string): Promise<void> {
  const folded = page.locator("details:not([open]) > summary", { hasText: summary });
  if ((await folded.count()) > 0) await folded.first().click();
}

/** The site's database as its owner, to see what is stored and what no page shows. */
export async function ownerOf({ ownerUrl }: TestSite) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const rows = async <R extends object>(sql: string, parameters: unknown[] = []): Promise<R[]> =>
    (await client.query(sql, parameters)).rows;
  return {
    rows,
    end: () => client.end(),
    /** Gives a demo person one more membership, so that each test has an organisation of its own. */
    admit: (who: DemoName, role: Role, organisation: string) =>
      rows(
        `INSERT INTO account.membership (person, role, organisation)
         SELECT id, $2, $3 FROM account.person WHERE email = $1 ON CONFLICT DO NOTHING`,
        [`${who}@example.org`, role, organisation],
      ),
    /** Leaves a return as if it had never been begun, so that a journey stands on no other's, in whatever order they run. */
    beginAgain: async (organisation: string, census: string) => {
      const ofReturn = "return_id IN (SELECT id FROM intake.return WHERE organisation = $1 AND census = $2)";
      const ofPart = `part_id IN (SELECT id FROM intake.part WHERE ${ofReturn})`;
      const steps = [
        ...["submission_part", "draft_part", "acknowledgement", "finding", "chunk"].map((table) => [
          table,
          ofPart,
        ]),
        // A journey that ran before may have built a release of it.
        ["release_input", `submission_id IN (SELECT id FROM intake.submission WHERE ${ofReturn})`],
        ["query_message", `query_id IN (SELECT id FROM intake.query WHERE ${ofReturn})`],
        ...["query", "submission", "part"].map((table) => [table, ofReturn]),
        ...["extension", "return"].map((table) => [table, "organisation = $1 AND census = $2"]),
      ];
      await rows("BEGIN");
      // The owner too sees its rows by a viewer's rights alone, and what is submitted is held by triggers.
      for (const [table] of steps)
        await rows(`ALTER TABLE intake.${table} DISABLE TRIGGER USER, DISABLE ROW LEVEL SECURITY`);
      for (const [table, which] of steps)
        await rows(`DELETE FROM intake.${table} WHERE ${which}`, [organisation, census]);
      const left = await rows("SELECT 1 FROM intake.return WHERE organisation = $1 AND census = $2", [
        organisation,
        census,
      ]);
      if (left.length > 0) throw new Error(`The return of ${organisation} is still there`);
      for (const [table] of steps)
        await rows(`ALTER TABLE intake.${table} ENABLE TRIGGER USER, ENABLE ROW LEVEL SECURITY`);
      await rows("COMMIT");
    },
    /** Everything that is kept for an organisation's return, counted: two that are equal mean that nothing was stored. */
    kept: async (organisation: string) => {
      const [counts] = await rows<Record<string, string>>(
        `SELECT (SELECT count(*) FROM intake.part WHERE organisation = $1) AS parts,
           (SELECT count(*) FROM intake.draft_part WHERE organisation = $1) AS drafted,
           (SELECT count(*) FROM intake.chunk WHERE organisation = $1) AS chunks,
           (SELECT count(*) FROM intake.finding WHERE organisation = $1) AS findings,
           (SELECT count(*) FROM intake.workforce_row WHERE sender = $1) AS workforce,
           (SELECT count(*) FROM intake.devices_row WHERE sender = $1) AS devices,
           (SELECT count(*) FROM intake.submission WHERE organisation = $1) AS versions,
           (SELECT string_agg(state, ',' ORDER BY r.census, version)
              FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
             WHERE s.organisation = $1) AS states,
           (SELECT count(*) FROM audit.event WHERE organisation = $1) AS events`,
        [organisation],
      );
      return counts as Record<string, string>;
    },
  };
}

export type Owner = Awaited<ReturnType<typeof ownerOf>>;
