import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Viewer } from "@/lib/access/viewer";
import type { PartName } from "@/lib/returns/part";
import { PARTS } from "@/lib/returns/parts";
import { receivePart } from "@/lib/services/returns/receive-part";
import type { Site } from "@/lib/services/site";
import { asOperator } from "./operator-site";
import { say, sayProblem } from "./say";

const USAGE = "Use: muster import DIR|FILE … --organisation RJ1 --census 2026-03-31";
const OPERATOR: Viewer = { kind: "operator", name: "command line" };

type Sent = { path: string; part: PartName; serviceUnit: string };

/** `workforce.csv` or `workforce-renal.csv`: the part, and the service unit where there are several. */
export function partOfFile(path: string): Sent | null {
  const [, part = "", serviceUnit = ""] = /^([a-z]+)(?:-(.+))?\.csv$/i.exec(basename(path)) ?? [];
  const known = Object.keys(PARTS).find((name) => name === part.toLowerCase());
  return known ? { path, part: known as PartName, serviceUnit } : null;
}

/** Receives return files into an organisation's draft, as its own upload would. Exit 0 accepted, 1 errors, 2 refused. */
export async function importReturn(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { organisation: { type: "string" }, census: { type: "string" } },
  });
  const { organisation, census } = values;
  if (!organisation || !census || positionals.length === 0) {
    say(USAGE);
    return 2;
  }
  const files: Sent[] = [];
  for (const path of positionals) {
    const found = await stat(path).catch(() => null);
    if (!found) {
      say(`There is no file ${path}.`);
      return 2;
    }
    const paths = found.isDirectory()
      ? (await readdir(path)).filter((name) => name.endsWith(".csv")).map((name) => join(path, name))
      : [path];
    for (const one of paths.sort().reverse()) {
      const sent = partOfFile(one);
      if (!sent) {
        say(`${one} is not named for a part: call it ${Object.keys(PARTS).join(".csv, ")}.csv.`);
        return 2;
      }
      files.push(sent);
    }
  }
  if (files.length === 0) {
    say(`There is no CSV file in ${positionals.join(", ")}.`);
    return 2;
  }
  return asOperator((site) => receiveAll(site, organisation.toUpperCase(), census, files));
}

async function receiveAll(
  site: Site,
  organisation: string,
  census: string,
  files: readonly Sent[],
): Promise<number> {
  let code = 0;
  for (const { path, part, serviceUnit } of files) {
    const received = await receivePart(site, OPERATOR, {
      organisation,
      census,
      part,
      serviceUnit,
      fileName: basename(path),
      source: createReadStream(path) as AsyncIterable<Uint8Array>,
      declaredLength: (await stat(path)).size,
    });
    if (!received.ok) {
      sayProblem(received.problem);
      return 2;
    }
    const { report, unchanged } = received.value;
    if (unchanged) say(`${path}: unchanged, the draft holds it already.`);
    else if (report) {
      const count = (severity: string) =>
        report.counts.filter((rule) => rule.severity === severity).reduce((sum, rule) => sum + rule.count, 0);
      say(
        `${path}: ${report.verdict}, ${report.rows} rows, ${count("error")} errors, ${count("warning")} warnings.`,
      );
      if (report.verdict !== "accepted") code = 1;
    }
  }
  return code;
}
