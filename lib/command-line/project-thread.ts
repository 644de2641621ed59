import { parentPort, workerData } from "node:worker_threads";
import { projectPlaces } from "@/lib/scenarios/project";
import type { ProjectTask } from "./project-in-threads";

/** The program of a thread that projects some of a scenario's places: see `projectInThreads`, which starts it. */
function work({ asked, places, works, which }: ProjectTask): void {
  if (!parentPort) throw new Error("This program is a thread's: projectInThreads starts it.");
  const weeks = places.map(({ hours, ...place }) => ({
    ...place,
    standardHours: (date: string): number => {
      const week = hours[date];
      if (week === undefined) throw new Error(`The hours of a week on ${date} were not sent`);
      return week;
    },
  }));
  parentPort.postMessage(projectPlaces({ ...asked, places: weeks }, works, which));
}

work(workerData as ProjectTask);
