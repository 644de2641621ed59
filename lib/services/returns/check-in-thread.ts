import type { Worker } from "node:worker_threads";
import type { ReferenceTables } from "@/lib/places/reference-tables";
import type { PartName, Row } from "@/lib/returns/part";
import type { CheckContext, Report } from "@/lib/returns/report";

/** What a thread is given: an open file of this process, and what the checks may know. */
export type ThreadTask = {
  part: PartName;
  fd: number;
  context: Omit<CheckContext, "standing">;
  /** From these it makes `standing`: a function cannot be sent. */
  tables: ReferenceTables;
};

/** What comes back, in this order: the columns, rows as COPY text again and again, of assets their sums, the report. */
export type FromThread =
  | { columns: string[] }
  | { rows: ArrayBuffer }
  | { sums: Row[] | null }
  | { report: Report };

export type RowsTaker = {
  onColumns: (names: readonly string[]) => void;
  /** Awaited before much more is read. */
  onRows: (text: Buffer) => Promise<void>;
  /** Of assets, what they add up to; null where that is left to the database. */
  onSums: (rows: readonly Row[] | null) => void;
};

/**
 * The bundled program of the thread; null where nobody made one, as in a development server: then files are checked
 * where they are received, with the same outcome.
 */
export const threadProgram = (): string | null => process.env.MUSTER_CHECK_THREAD || null;

const NURSERY_MB = 8;

/**
 * Checks a file in a thread of its own, so that whoever else asks something of this process meanwhile is answered.
 * The same report and rows as `checkFile`. Throws where the thread fails.
 */
export async function checkInThread(program: string, task: ThreadTask, taker: RowsTaker): Promise<Report> {
  // Not by `import`: the bundler of the pages would take the program's name for one of its own modules.
  const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");
  // None of this process's own options: with `--import` a thread would run what watches over the process, and end.
  const thread: Worker = new Thread(program, {
    workerData: task,
    execArgv: [],
    // Rows live for a moment: in a small nursery they are cleared away more often, and memory stays low.
    resourceLimits: { maxYoungGenerationSizeMb: NURSERY_MB },
  });
  try {
    return await new Promise<Report>((resolve, reject) => {
      let before: Promise<unknown> = Promise.resolve();
      let reported = false;
      thread.on("message", (message: FromThread) => {
        if ("columns" in message) taker.onColumns(message.columns);
        else if ("sums" in message) taker.onSums(message.sums);
        else if ("report" in message) {
          reported = true;
          before.then(() => resolve(message.report), reject);
        } else {
          before = before
            .then(() => taker.onRows(Buffer.from(message.rows)))
            .then(() => thread.postMessage("taken"));
          before.catch(reject);
        }
      });
      thread.on("error", reject);
      thread.on("exit", (code) => {
        // After its report this changes nothing: the promise is settled, or waits for rows that are still written.
        if (code !== 0 || !reported) reject(new Error(`The thread that checks files ended with ${code}.`));
      });
    });
  } finally {
    await thread.terminate();
  }
}
