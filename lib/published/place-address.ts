import { measureById } from "@/lib/measures/catalogue";
import { fail, ok, type Result } from "@/lib/result";
import { subjectById } from "./place-subjects";

/**
 * What an address asks of a place: a measure, a subject or all, and a release, the latest by name, or the latest as it
 * changes.
 */
export type PlaceAddress = {
  measure: string | null;
  subject: string | null;
  release: number | "latest" | null;
};

const RELEASE = /^r([1-9]\d{0,5})$/;

/** Reads a release's segment: `r3` or `latest`. */
export function readReleaseSegment(segment: string): number | "latest" | null {
  if (segment === "latest") return "latest";
  const number = RELEASE.exec(segment)?.[1];
  return number === undefined ? null : Number(number);
}

const ALL = { measure: null, subject: null };

/** Reads the segments after a place's code: nothing, a measure or subject, a release, or one of those and a release. */
export function readPlaceView(view: readonly string[]): Result<PlaceAddress> {
  const [first, second, ...more] = view;
  if (more.length > 0) return fail("address", `There is nothing at “${view.join("/")}”.`);
  if (first === undefined) return ok({ ...ALL, release: null });
  const release = readReleaseSegment(second ?? first);
  if (second === undefined && release !== null) return ok({ ...ALL, release });
  const subject = subjectById(first);
  const measure = measureById(first);
  if (!subject && (measure === undefined || measure.base || measure.unit === "band"))
    return fail("measure", `There is no measure called “${first}”.`);
  if (second !== undefined && release === null)
    return fail("release", `“${second}” is not a release: write r1, r2 … or latest.`);
  return ok({
    measure: subject ? null : first,
    subject: subject ? first : null,
    release: second === undefined ? null : release,
  });
}
