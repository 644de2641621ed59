import type { Client } from "pg";
import { deviceSums, postSums, staffSums } from "@/db/queries/cube";
import { flowSums } from "@/db/queries/flow-sums";
import { serviceRows } from "@/db/queries/service-rows";
import { approvedOf } from "@/db/queries/submissions";
import type { Reader } from "@/db/transaction";
import { scaleOf } from "@/lib/disclosure/contributions/contribution";
import { ofDevices } from "@/lib/disclosure/contributions/devices";
import { ofFlows } from "@/lib/disclosure/contributions/flows";
import { ofPosts } from "@/lib/disclosure/contributions/posts";
import { ofServices } from "@/lib/disclosure/contributions/services";
import { ofStaff } from "@/lib/disclosure/contributions/staff";
import type { WorkloadRow } from "@/lib/disclosure/release-input";
import { bandStep } from "@/lib/measures/band-step";
import { knownMeasure } from "@/lib/measures/catalogue";
import { publishedAge, publishedBand, publishedRegister } from "@/lib/measures/return-codes";
import { serviceWorkloads } from "@/lib/services/releases/service-workloads";
import { workloadRow } from "@/lib/workload/workload-row";
import { addTo, type ExactFigures } from "./exact-figures";
import { committedStandards } from "./workload-service";

const PARTS = ["workforce", "devices", "assets", "activities", "flows", "profile"] as const;
const READS = [
  "return",
  "part",
  "submission",
  "submission_part",
  "finding",
  ...PARTS.map((part) => `${part}_row`),
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
  const reader = readerOf(owner);
  const approved = await approvedOf(reader, census);
  const parts = (...names: string[]) =>
    approved.flatMap((answer) => answer.parts.filter(({ part }) => names.includes(part)).map(({ id }) => id));
  const staff = (await staffSums(reader, parts("workforce"))).map(({ registration, ...row }) => ({
    ...row,
    band: publishedBand(row.band),
    age: publishedAge(row.age),
    register: publishedRegister(registration ?? []),
    eligible: registration?.includes("eligible_not_registered") ?? false,
  }));
  const posts = (await postSums(reader, parts("workforce"))).map((row) => ({
    ...row,
    band: publishedBand(row.band),
    vacancy: (row.establishment ?? 0) - row.inPost,
  }));
  const devices = await deviceSums(reader, parts("devices", "assets"));
  const flows = (await flowSums(reader, parts("flows"))).map((row) => ({
    ...row,
    step: row.direction === "mover" ? bandStep(row.bandFrom, row.bandTo) : null,
  }));
  const services = await serviceRows(reader, parts("profile"));
  await owner.query("RESET ROLE");

  const sentFlows = new Set(
    approved
      .filter((answer) => answer.parts.some(({ part }) => part === "flows"))
      .map((answer) => answer.organisation),
  );
  const all = new Map<string, ExactFigures>(approved.map(({ organisation }) => [organisation, new Map()]));
  for (const contributions of [
    ofStaff(staff),
    ofPosts(posts),
    ofDevices(devices),
    ofFlows(flows, sentFlows),
    ofServices(services),
  ])
    for (const { organisation, measure, value, of } of contributions) {
      const figures = all.get(organisation);
      if (!figures) throw new Error(`${organisation} has rows but no approved answer`);
      const amount = value / scaleOf(knownMeasure(measure).unit);
      addTo(figures, `${measure}|all|all`, amount);
      for (const [dimension, category] of Object.entries(of))
        addTo(figures, `${measure}|${dimension}|${category}`, amount);
    }
  for (const organisation of sentFlows) {
    const figures = all.get(organisation) as ExactFigures;
    addTo(figures, "headcount-with-flows|all|all", figures.get("headcount|all|all") ?? 0);
  }
  return all;
}

/** What a release of this census would have of the work of each service, before any rounding. */
export async function exactWorkloads(owner: Client, role: string, census: string): Promise<WorkloadRow[]> {
  await owner.query(`SET ROLE ${role}`);
  const reader = readerOf(owner);
  const approved = await approvedOf(reader, census);
  const parts = (name: string) =>
    approved.flatMap((answer) => answer.parts.filter(({ part }) => part === name).map(({ id }) => id));
  const services = await serviceWorkloads(
    reader,
    {
      workforce: parts("workforce"),
      devices: parts("devices"),
      assets: parts("assets"),
      activities: parts("activities"),
      profile: parts("profile"),
    },
    { census, nationOf: () => "E92000001", standards: committedStandards() },
  );
  await owner.query("RESET ROLE");
  return services.flatMap((service) => workloadRow(service) ?? []);
}

/** The connection as it is, with the role that it has set. */
function readerOf(owner: Client): Reader {
  const reader: Pick<Reader, "rows"> = {
    rows: async (sql, parameters) => (await owner.query(sql, parameters as unknown[])).rows,
  };
  return reader as Reader;
}
