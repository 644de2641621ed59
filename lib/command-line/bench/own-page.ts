import { DEMO_ORGANISATION } from "@/lib/sample/people";
import { atMost, type BenchRow } from "./bench-row";
import { measureLoad } from "./measure-load";
import { signInAsSubmitter } from "./sign-in";

/** An organisation's own page, made anew for each request: signed in as the demo's submitter, one request at a time. */
export async function ownPage(url: string): Promise<BenchRow> {
  const page = `/returns/${DEMO_ORGANISATION}`;
  const headers = { Cookie: await signInAsSubmitter(url) };
  await measureLoad(`${url}${page}`, { connections: 1, seconds: 2, headers });
  const { p50 } = await measureLoad(`${url}${page}`, { connections: 1, seconds: 5, headers });
  return atMost(60, { name: `an organisation's own page (${page}), the middle one`, value: p50, unit: "ms" });
}
