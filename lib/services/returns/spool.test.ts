import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { spool } from "./spool";

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), `muster-test-${process.pid}-spool-`));
  vi.stubEnv("MUSTER_STATE", state);
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(state, { recursive: true, force: true });
});

async function* pieces(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}
async function* broken(cause: Error) {
  yield Buffer.from("the first piece");
  throw cause;
}
const systemError = (code: string) => Object.assign(new Error(code), { code, errno: -1, syscall: "read" });

test("what came is read again, from its beginning, as often as asked, and is in no folder under a name", async () => {
  const spooled = await spool(pieces("one,", "two"), 7);
  if (!spooled.ok) throw new Error(spooled.problem.message);
  expect(readdirSync(join(state, "uploads"))).toEqual([]);
  for (const size of [2, 1024]) {
    let text = "";
    for await (const piece of spooled.value.read(size)) text += piece.toString();
    expect(text).toBe("one,two");
  }
  expect(spooled.value.byteCount).toBe(7);
  await spooled.value.remove();
});

test.each([
  [
    "the connection was reset",
    systemError("ECONNRESET"),
    "The upload stopped after 15 bytes; nothing was stored.",
  ],
  [
    "the form was cut",
    new Error("The form ends before its last boundary."),
    "The upload stopped after 15 bytes (The form ends before its last boundary); nothing was stored.",
  ],
])("a sender that goes away is told so, with what happened where it is known: %s", async (_, cause, told) => {
  const spooled = await spool(broken(cause), null);
  expect(spooled.ok ? {} : spooled.problem).toMatchObject({ code: "upload-cut-off", message: told });
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining("15 bytes"), cause);
});

test.each(["EIO", "ENOENT", "EMFILE"])(
  "a disk that fails with %s is no sender that went away",
  async (code) => {
    const cause = systemError(code);
    await expect(spool(broken(cause), null)).rejects.toBe(cause);
  },
);

test("a file of more than the most that is taken ends the reading of its sender", async () => {
  vi.stubEnv("MUSTER_UPLOAD_LIMIT", "5");
  let ended = false;
  const endless = async function* () {
    try {
      for (;;) yield Buffer.from("abc");
    } finally {
      ended = true;
    }
  };
  const spooled = await spool(endless(), null);
  expect(spooled.ok ? "" : spooled.problem.code).toBe("too-large");
  expect(ended).toBe(true);
});
