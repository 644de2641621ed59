import type { PortableContext } from "@/lib/returns/portable-context";
import type { Answers, Asked, FromWorker, ToWorker } from "./worker-messages";

type Hears = {
  onProgress: (id: string, share: number) => void;
  onJudged: (one: Answers["check"][number]) => void;
};

type Waiting = { resolve: (answer: never) => void; reject: (reason: Error) => void };

export type Checker = {
  tell: (context: PortableContext) => void;
  ask: <A extends Asked>(asked: A) => Promise<Answers[A["ask"]]>;
  /** Ends the thread at once, in the midst of a file too; a new one takes its place. */
  stop: () => void;
  end: () => void;
};

export const STOPPED = "stopped";

/** The checks in a thread of their own, so that the page stays alive while a long file is read. */
export function startChecker({ onProgress, onJudged }: Hears): Checker {
  const waiting = new Map<number, Waiting>();
  let known: PortableContext | null = null;
  let next = 0;
  let worker = begin();

  function begin(): Worker {
    const begun = new Worker(new URL("./check-worker.ts", import.meta.url));
    begun.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => hear(data));
    begun.addEventListener("error", (event) => {
      event.preventDefault();
      fail(new Error(event.message || "The checks could not be started in this browser."));
    });
    if (known) begun.postMessage({ context: known } satisfies ToWorker);
    return begun;
  }

  function hear(message: FromWorker): void {
    if ("progress" in message) {
      const { id, done, size } = message.progress;
      onProgress(id, size === 0 ? 1 : done / size);
    } else if ("judged" in message) onJudged(message.judged);
    else {
      const one = waiting.get(message.number);
      waiting.delete(message.number);
      if ("failed" in message) one?.reject(new Error(message.failed));
      else one?.resolve(message.answer as never);
    }
  }

  function fail(reason: Error): void {
    for (const one of waiting.values()) one.reject(reason);
    waiting.clear();
  }

  return {
    tell(context) {
      known = context;
      worker.postMessage({ context } satisfies ToWorker);
    },
    ask: (asked) =>
      new Promise((resolve, reject) => {
        const number = next++;
        waiting.set(number, { resolve, reject });
        worker.postMessage({ number, ...asked } satisfies ToWorker);
      }),
    stop() {
      worker.terminate();
      fail(new Error(STOPPED));
      worker = begin();
    },
    end() {
      worker.terminate();
      waiting.clear();
    },
  };
}
