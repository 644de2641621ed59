import { createHmac } from "node:crypto";
import { B } from "./thresholds";

/** WTE are held as integers of the fifth decimal, so that a sum does not depend on its order. */
export const WTE_UNITS = 100_000;

/** A cell's secret cut point: `whole` in 0 to 4 for people, `whole` + `fraction` / 100,000 for WTE. */
export type CutPoint = { whole: number; fraction: number };

/**
 * The permanent cut point of a cell: `whole` is the first 48 bits of HMAC-SHA256(key, ident|draws) modulo 5.
 *
 * WTE are not whole numbers. With a whole cut point they would be rounded down half a unit too often, and somebody
 * who moves their own WTE in small steps would learn the decimals of everybody else's; so a fraction from the next
 * 48 bits is added. It never changes a count, since a count is whole.
 */
export function cutPoint(key: Uint8Array, ident: string, draws: number): CutPoint {
  const digest = createHmac("sha256", key).update(`${ident}|${draws}`, "utf8").digest();
  return { whole: digest.readUIntBE(0, 6) % B, fraction: digest.readUIntBE(6, 6) % WTE_UNITS };
}

/** One of the two multiples of five next to a count, too high as often as too low; a multiple of five is itself. */
export const roundPeople = (count: number, cut: CutPoint): number => B * Math.floor((count + cut.whole) / B);

/** WTE (in units of the fifth decimal) to a multiple of five or of one, by the same cut point. */
export function roundWte(units: number, cut: CutPoint, step: 1 | 5): number {
  const offset = cut.fraction + (step === 5 ? cut.whole * WTE_UNITS : 0);
  return step * Math.floor((units + offset) / (step * WTE_UNITS)) + 0;
}
