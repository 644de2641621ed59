import type { Viewer } from "@/lib/access/viewer";

/** Who acts at the command line: somebody with the machine's keys, whom the audit calls so. */
export const OPERATOR: Viewer = { kind: "operator", name: "command line" };
