import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";

/** A file that is written piece by piece and stands under its name only when it is whole. */
export type WrittenFile = {
  add(text: string): void;
  /** Waits until the disk has caught up with what was added. */
  caughtUp(): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
};

/** Texts are handed to the disk in pieces of about this many characters. */
const PIECE = 256 * 1024;

/** Begins a file at a path, or beside it until it is finished. */
export async function beginFile(path: string): Promise<WrittenFile> {
  const beside = `${path}.${process.pid}.new`;
  const stream = createWriteStream(beside);
  await once(stream, "open");
  let failure: Error | null = null;
  stream.on("error", (error) => {
    failure = error;
  });
  let waiting = "";
  const flush = async () => {
    const text = waiting;
    waiting = "";
    if (failure) throw failure;
    if (!stream.write(text)) await once(stream, "drain");
  };
  return {
    add(text) {
      waiting += text;
    },
    caughtUp: () => (waiting.length < PIECE ? Promise.resolve() : flush()),
    async finish() {
      await flush();
      stream.end();
      await once(stream, "close");
      if (failure) throw failure;
      await rename(beside, path);
    },
    async abandon() {
      stream.destroy();
      await rm(beside, { force: true });
    },
  };
}
