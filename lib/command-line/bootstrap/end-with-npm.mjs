import { readFileSync } from "node:fs";

const everyMilliseconds = 500;

/**
 * `npm start` runs us in a shell, and a shell that is killed, or whose npm is, passes nothing on: we would go on
 * unseen. So when npm started us and it or its shell is gone, we end as if asked to.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const before = forebears();
  setInterval(() => {
    if (forebears() !== before) process.kill(process.pid, "SIGTERM");
  }, everyMilliseconds).unref();
}

/** Our parent's number and, where it is npm's shell and the machine says so, the number of the npm behind it. */
function forebears() {
  const { ppid } = process;
  try {
    // The name of a program may hold spaces, and stands in brackets before its state and its parent.
    const [, name, rest] = readFileSync(`/proc/${ppid}/stat`, "utf8").match(/^\d+ \((.*)\) \S (.*)$/s) ?? [];
    return /^(ba|da|a|z|k)?sh$/.test(name) ? `${ppid} ${rest.split(" ")[0]}` : `${ppid}`;
  } catch {
    return `${ppid}`;
  }
}
