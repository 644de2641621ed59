import { afterAll, beforeAll, expect, test } from "vitest";
import { placesOfRelease } from "@/db/queries/published/places";
import { inTransaction } from "@/db/transaction";
import type { PartName } from "@/lib/returns/part";
import { buildReleaseOf } from "@/lib/services/releases/build-release";
import { publishRelease } from "@/lib/services/releases/publish-release";
import { withdrawReturn } from "@/lib/services/returns/approve-return";
import { filesFor } from "../support/sample-nation";
import { sampleTruths } from "../support/sample-truth";
import { sendReturn, submitFiles } from "../support/send-return";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

const CENSUS = "2026-03-31";
const truth = sampleTruths().at(-1);
if (!truth) throw new Error("The sample has no census");
/** Sends no profile, which would say whom it serves. */
const host = "ZS020";
const other = "ZS002";
const silent = [...truth.answers].find(([, answer]) => answer === "not_returned")?.[0] ?? "";
/** Its files, with those of some parts changed. */
const files = (code: string, changed: Partial<Record<PartName, (text: string) => string>> = {}) =>
  filesFor(code).map((file) => ({ ...file, text: changed[file.part]?.(file.text) ?? file.text }));

/** The devices file with its first device row owned by another organisation. */
function ownedBy(text: string, owner: string): string {
  const [names = [], first = [], ...rest] = text
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split(","));
  const there = names.indexOf("owner_organisation_code");
  const at = there < 0 ? names.length : there;
  const owned = rest.map((row) => row.toSpliced(at, there < 0 ? 0 : 1, ""));
  const lines = [
    names.toSpliced(at, there < 0 ? 0 : 1, "owner_organisation_code"),
    first.toSpliced(at, there < 0 ? 0 : 1, owner),
    ...owned,
  ];
  return `${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}

let at: ServiceSite;
beforeAll(async () => {
  at = await serviceSite("sample");
});
afterAll(() => at?.close());

test("a host's lines speak for an organisation that has not answered: it is served, and the build goes on", async () => {
  await sendReturn(at.site, host, CENSUS, files(host, { devices: (text) => ownedBy(text, silent) }));
  const { release } = value(await buildReleaseOf(at.site, OPERATOR, { census: CENSUS }));
  const places = await inTransaction(at.site.pool, { role: "muster_operator" }, (reader) =>
    placesOfRelease(reader, release),
  );
  expect(places.find(({ code }) => code === silent)?.response).toBe("served");
});

test("a return that speaks for an organisation which the collection did not ask is not submitted, and it says which", async () => {
  await expect(
    submitFiles(at.site, host, CENSUS, files(host, { devices: (text) => ownedBy(text, "RJ1") })),
  ).rejects.toThrow(/names-not-asked: The devices file names RJ1/);
});

test("a release that counts a return withdrawn since it was built is not published until it is built again", async () => {
  const built = value(await buildReleaseOf(at.site, OPERATOR, { census: CENSUS }));
  const [approved] = await at.asOwner(
    async (owner) =>
      (
        await owner.query<{ id: string }>(
          `SELECT s.id FROM intake.submission s JOIN intake.return r ON r.id = s.return_id
           WHERE s.organisation = $1 AND r.census = $2 AND s.state = 'approved'`,
          [other, CENSUS],
        )
      ).rows,
    other,
  );
  value(
    await withdrawReturn(at.site, OPERATOR, {
      organisation: other,
      submission: approved?.id ?? "",
      reason: "A wrong file was sent.",
    }),
  );
  const refused = await publishRelease(at.site, OPERATOR, { number: built.release });
  expect(codeOf(refused)).toBe("built-before-a-withdrawal");
  expect(refused.ok ? "" : refused.problem.message).toContain(other);
  const again = value(await buildReleaseOf(at.site, OPERATOR, { census: CENSUS }));
  expect(codeOf(await publishRelease(at.site, OPERATOR, { number: again.release }))).toBe("ok");
});

test("a file without the column of temporary cover says nothing of it", async () => {
  const withoutCover = (text: string) => {
    const [names = [], ...rows] = text.split(/\r?\n/).map((row) => row.split(","));
    const cover = names.indexOf("temporary_cover_wte");
    return [names, ...rows]
      .map((cells) => cells.filter((_, at) => at !== cover || cells.length === 1).join(","))
      .join("\r\n");
  };
  const counted = async () => {
    const { release } = value(await buildReleaseOf(at.site, OPERATOR, { census: CENSUS }));
    return inTransaction(at.site.pool, { role: "muster_operator" }, async (reader) => {
      const [row] = await reader.rows<{ value: number }>(
        `SELECT value::float8 FROM published.figure
         WHERE release = $1 AND place = 'K02000001' AND measure = 'organisations-with-cover'`,
        [release],
      );
      return row?.value;
    });
  };
  const before = (await counted()) ?? 0;
  await sendReturn(at.site, host, CENSUS, files(host, { workforce: withoutCover }));
  expect(await counted()).toBe(before - 1);
});
