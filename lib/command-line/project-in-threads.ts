import { Worker } from "node:worker_threads";
import type { PlaceToProject, ToProject } from "@/lib/scenarios/prepare-projection";
import { frameOf, type Projected, projectPlaces } from "@/lib/scenarios/project";
import { yearsLater } from "@/lib/scenarios/projected-groups";
import type { ProjectedPlace, RequirementPath } from "@/lib/scenarios/projection";
import { filledPosts } from "@/lib/supply/population";

/** What a thread is given: functions cannot be sent, so that a place's week stands by its dates. */
export type ProjectTask = {
  asked: Omit<ToProject, "places">;
  places: (Omit<PlaceToProject, "requirement" | "standardHours"> & {
    hours: Readonly<Record<string, number>>;
  })[];
  works: (RequirementPath | null)[];
  /** Positions of the places that are this thread's. */
  which: number[];
};

/** Below so many histories of posts a thread takes longer to begin than it saves. */
const FEW = 200_000;

/**
 * `project`, with the places divided over threads: the same answer, to the bit, for any number of them. `program` is the
 * bundled program of a thread; null where nobody made one, and then all is done here. Throws where a thread fails.
 */
export async function projectInThreads(
  asked: ToProject,
  { program, threads }: { program: string | null; threads: number },
): Promise<Projected> {
  const { about, work } = frameOf(asked);
  const posts = asked.places.map(({ population: { groups } }) =>
    groups.reduce((sum, group) => sum + filledPosts(group) + group.vacantPosts, 0),
  );
  const all = posts.reduce((sum, count) => sum + count, 0);
  const few = all * asked.scenario.runs < FEW;
  const shares = dealt(posts, program === null || few ? 1 : Math.min(threads, posts.length));
  if (program === null || shares.length < 2) return { ...about, places: projectPlaces(asked, work) };
  const { places, ...others } = asked;
  const dates = Array.from({ length: asked.scenario.horizon + 1 }, (_, year) =>
    yearsLater(asked.census, year),
  );
  const task: Omit<ProjectTask, "which"> = {
    asked: others,
    places: places.map(({ requirement, standardHours, ...place }) => ({
      ...place,
      hours: Object.fromEntries(dates.map((date) => [date, standardHours(date)])),
    })),
    works: work,
  };
  const found: ProjectedPlace[] = [];
  await Promise.all(
    shares.map(async (which) => {
      const projected = await inThread(program, { ...task, which });
      for (const [at, position] of which.entries()) found[position] = projected[at] as ProjectedPlace;
    }),
  );
  return { ...about, places: found };
}

/** Positions dealt out so that the shares weigh alike: the heaviest first, each to whoever has least. */
function dealt(weights: readonly number[], shares: number): number[][] {
  const hands = Array.from({ length: shares }, () => ({ which: [] as number[], weight: 0 }));
  const order = [...weights.keys()].sort((a, b) => (weights[b] as number) - (weights[a] as number));
  for (const position of order) {
    const least = hands.reduce((a, b) => (b.weight < a.weight ? b : a));
    least.which.push(position);
    // A place costs something whatever it weighs.
    least.weight += (weights[position] as number) + 1;
  }
  return hands.map(({ which }) => which).filter((which) => which.length > 0);
}

async function inThread(program: string, task: ProjectTask): Promise<ProjectedPlace[]> {
  // None of this process's own options: with `--import` a thread would run what watches over the process, and end.
  const thread = new Worker(program, { workerData: task, execArgv: [] });
  try {
    return await new Promise((resolve, reject) => {
      thread.on("message", resolve);
      thread.on("error", reject);
      // After its answer this changes nothing: the promise is settled.
      thread.on("exit", (code) => reject(new Error(`The thread that projects places ended with ${code}.`)));
    });
  } finally {
    await thread.terminate();
  }
}
