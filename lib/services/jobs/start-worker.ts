import { type JobName, type Jobs, openJobs } from "@/db/jobs";
import { applicationPool, endPools } from "@/db/pool";
import type { Viewer } from "@/lib/access/viewer";
import { sendMail } from "../mail/send-mail";
import { buildReleaseOf } from "../releases/build-release";
import { currentSite, type Site } from "../site";

/** A job's wisher. The right was checked when the wish was made; the deed is recorded under their name. */
const wisher = (person: string | null): Viewer =>
  person === null
    ? { kind: "operator", name: "worker" }
    : { kind: "person", person, name: "", memberships: [] };

/** What each job does. Each is safe to run twice: a killed worker's job is run again. */
const WORK: { [N in JobName]: (site: Site, data: Jobs[N]) => Promise<object> } = {
  "build-release": async (site, { census, person }) => {
    const built = await buildReleaseOf(site, wisher(person), { census });
    return built.ok ? built.value : { problem: built.problem };
  },
  mail: async (site, mail) => {
    await sendMail(site, mail);
    return { sent: true };
  },
};

/** Takes up the site's jobs; the function it gives ends that, with no job cut off half-way. */
export async function startWorker(): Promise<() => Promise<void>> {
  const site = currentSite();
  const boss = await openJobs(applicationPool(), { supervise: true });
  for (const name of Object.keys(WORK) as JobName[]) {
    const work = WORK[name] as (site: Site, data: unknown) => Promise<object>;
    await boss.work(name, { pollingIntervalSeconds: 0.5 }, async ([job]) =>
      job ? work(site, job.data) : {},
    );
  }
  return async () => {
    await boss.stop({ graceful: true, wait: true });
    await endPools();
  };
}
