import type { Client } from "pg";
import { deviceSums, postSums, staffSums } from "@/db/queries/cube";
import { approvedOf } from "@/db/queries/submissions";
import type { Reader } from "@/db/transaction";
import { publishedAge, publishedBand } from "@/lib/measures/return-codes";
import type { ExactFigures } from "./independent-figures";

const READS = [
  "return",
  "part",
  "submission",
  "submission_part",
  "workforce_row",
  "devices_row",
  "assets_row",
  "finding",
];

/** The tests' own role: reads every organisation's approved rows, which no role of the product does outside a build. */
export async function makeTruthRole(owner: Client, role: string): Promise<void> {
  await owner.query(`CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO CURRENT_USER;
    GRANT USAGE ON SCHEMA intake, reference TO ${role}; GRANT SELECT ON reference.device_category TO ${role}`);
  for (const table of READS)
    await owner.query(`GRANT SELECT ON intake.${table} TO ${role};
      CREATE POLICY truth ON intake.${table} FOR SELECT TO ${role} USING (true)`);
}

/** Roles are the cluster's, and would outlive the test's database. */
export async function dropTruthRole(owner: Client, role: string): Promise<void> {
  await owner.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
}

/** What a release of this census would be built from, before any rounding: by organisation, keyed as ExactFigures. */
export async function exactAggregate(
  owner: Client,
  role: string,
  census: string,
): Promise<Map<string, ExactFigures>> {
  await owner.query(`SET ROLE ${role}`);
  const reader: Pick<Reader, "rows"> = {
    rows: async (sql, parameters) => (await owner.query(sql, parameters as unknown[])).rows,
  };
  const approved = await approvedOf(reader as Reader, census);
  const parts = (part: string) =>
    approved.flatMap((answer) => answer.parts.filter((sent) => sent.part === part).map(({ id }) => id));
  const staff = await staffSums(reader as Reader, parts("workforce"));
  const posts = await postSums(reader as Reader, parts("workforce"));
  const devices = await deviceSums(reader as Reader, parts("devices"));
  await owner.query("RESET ROLE");

  const all = new Map<string, ExactFigures>(approved.map(({ organisation }) => [organisation, new Map()]));
  const add = (organisation: string, measure: string, amount: number | null, of: Record<string, string>) => {
    const figures = all.get(organisation);
    if (!figures) throw new Error(`${organisation} has rows but no approved answer`);
    if (amount === null) return;
    for (const part of ["all|all", ...Object.entries(of).map(([dimension, to]) => `${dimension}|${to}`)]) {
      const key = `${measure}|${part}`;
      figures.set(key, Math.round(((figures.get(key) ?? 0) + amount) * 1e5) / 1e5);
    }
  };
  for (const row of staff) {
    const { organisation, role: post, band, age, specialism, headcount, wte } = row;
    if (row.programme !== null)
      add(organisation, "trainees", headcount, {
        programme: row.programme,
        funding: row.funding ?? "unknown",
      });
    const of = { role: post, band: publishedBand(band), age: publishedAge(age), specialism };
    add(organisation, "headcount", headcount, of);
    add(organisation, "in-post", wte, of);
  }
  const whoSays = (says: (row: (typeof posts)[number]) => boolean) =>
    new Set(posts.filter(says).map(({ organisation }) => organisation));
  const covered = whoSays(({ cover }) => cover !== null);
  const described = whoSays(({ advertised }) => advertised !== null);
  for (const organisation of new Set(posts.map((row) => row.organisation))) {
    const own = posts.filter((row) => row.organisation === organisation);
    if (own.reduce((sum, row) => sum + (row.establishment ?? 0) - row.inPost, 0) < 1e-9)
      described.add(organisation);
  }
  for (const { organisation, role: post, band, specialism, ...sum } of posts) {
    const of = { role: post, band: publishedBand(band), specialism };
    if (covered.has(organisation)) add(organisation, "establishment-with-cover", sum.establishment, of);
    if (covered.has(organisation))
      add(organisation, "vacancy-with-cover", (sum.establishment ?? 0) - sum.inPost, of);
    if (described.has(organisation)) add(organisation, "establishment-with-vacancies", sum.establishment, of);
    add(organisation, "establishment", sum.establishment, of);
    add(organisation, "vacancy", (sum.establishment ?? 0) - sum.inPost, of);
    add(organisation, "temporary-cover", sum.cover, of);
    add(organisation, "advertised", sum.advertised, of);
    add(organisation, "frozen", sum.frozen, of);
  }
  for (const { organisation, riskClass, sums } of devices) {
    for (const [measure, amount] of Object.entries(sums))
      add(organisation, measure, amount, { risk_class: riskClass });
  }
  return all;
}
