import { type JobName, type Jobs, openJobs } from "@/db/jobs";
import { applicationPool, endPools } from "@/db/pool";
import type { Viewer } from "@/lib/access/viewer";
import { sendMail } from "../mail/send-mail";
import { viewerOf } from "../people/sign-in";
import { buildReleaseOf } from "../releases/build-release";
import { workOut } from "../returns/work-out-ahead";
import { currentSite, type Site } from "../site";

/** A job's wisher, with the rights that they have by now: the deed is theirs, and refused if they lost them. */
const wisher = async (site: Site, person: string | null): Promise<Viewer> =>
  person === null
    ? { kind: "operator", name: "worker" }
    : ((await viewerOf(site, person)) ?? { kind: "public" });

/** What each job does. Each is safe to run twice: a killed worker's job is run again. */
const WORK: { [N in JobName]: (site: Site, data: Jobs[N]) => Promise<object> } = {
  "build-release": async (site, { census, person }) => {
    const built = await buildReleaseOf(site, await wisher(site, person), { census });
    return built.ok ? built.value : { problem: built.problem };
  },
  mail: async (site, mail) => {
    await sendMail(site, mail);
    return { sent: true };
  },
  "work-out-ahead": workOut,
};

/** A failed job is tried again; whoever runs the site must be able to see that it failed, and why. */
const complain = (what: string, error: unknown) =>
  process.stderr.write(`${what} failed: ${error instanceof Error ? error.message : String(error)}\n`);

/** Takes up the site's jobs; the function it gives ends that, with no job cut off half-way. */
export async function startWorker(): Promise<() => Promise<void>> {
  const site = currentSite();
  const boss = await openJobs(applicationPool(), {
    supervise: true,
    onError: (error) => complain("Looking after jobs", error),
  });
  for (const name of Object.keys(WORK) as JobName[]) {
    const work = WORK[name] as (site: Site, data: unknown) => Promise<object>;
    await boss.work(name, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
      if (!job) return {};
      try {
        return await work(site, job.data);
      } catch (cause) {
        complain(`Job ${name} ${job.id}`, cause);
        throw cause;
      }
    });
  }
  return async () => {
    await boss.stop({ graceful: true, wait: true });
    await endPools();
  };
}
