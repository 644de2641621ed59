import { atLeast, atMost, type BenchRow, median } from "./bench-row";
import { type Load, measureLoad } from "./measure-load";

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;

/**
 * A published page against a static page on the same server, in turns, so that what else the machine does falls on
 * both alike: the ratio of the medians of requests a second, and the 99th percentile of the published page.
 */
export async function publishedPage(
  url: string,
  pages: { published: string; static: string },
): Promise<BenchRow[]> {
  const ask = (page: string, seconds: number): Promise<Load> =>
    measureLoad(`${url}${page}`, { connections: CONNECTIONS, seconds });
  await ask(pages.published, 1);
  await ask(pages.static, 1);
  const published: Load[] = [];
  const still: Load[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    published.push(await ask(pages.published, SECONDS));
    still.push(await ask(pages.static, SECONDS));
  }
  const rate = (loads: readonly Load[]): number => median(loads.map((load) => load.requestsPerSecond));
  return [
    atLeast(0.7, {
      name: `published page (${pages.published}) to static page (${pages.static}), requests a second, ${CONNECTIONS} connections`,
      value: rate(published) / rate(still),
      unit: "×",
    }),
    atMost(50, {
      name: `published page, slowest of a hundred, ${CONNECTIONS} connections`,
      value: median(published.map((load) => load.p99)),
      unit: "ms",
    }),
  ];
}
