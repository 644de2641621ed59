import { repairOf } from "../repairs";
import type { Repair } from "../report";

/** How often the sender agreed to a repair, by its rule. */
export type Agreed = Readonly<Record<string, number>>;

/** A repair of a received file: made there, or agreed to and made before it was sent, or both. */
export type KeptRepair = Repair & {
  /** How often the sender agreed to it before sending; absent where nobody was asked. */
  agreed?: number;
  /** Made before the file was sent, so that the bytes received need it no more. */
  beforeSending?: true;
};

/** How agreement travels with the file: `byte-order-mark:1,white-space:12`. */
export const agreedText = (repairs: readonly Pick<Repair, "code" | "count">[]): string =>
  repairs.map(({ code, count }) => `${code}:${count}`).join(",");

/** Reads that; null where it is no list of repairs that there are. */
export function readAgreed(text: string): Agreed | null {
  const agreed: Record<string, number> = {};
  for (const each of text === "" ? [] : text.split(",")) {
    const [, code = "", count = ""] = /^([a-z0-9-]{1,40}):(\d{1,9})$/.exec(each) ?? [];
    if (repairOf(code, 0) === null) return null;
    agreed[code] = Number(count);
  }
  return agreed;
}

/** The repairs of a received file with what its sender agreed to: those made before sending too. */
export function withAgreed(repairs: readonly Repair[], agreed: Agreed = {}): KeptRepair[] {
  const made = repairs.map((repair): KeptRepair => {
    const count = agreed[repair.code];
    return count === undefined ? repair : { ...repair, agreed: count };
  });
  const earlier = Object.entries(agreed).flatMap(([code, count]): KeptRepair[] => {
    if (repairs.some((repair) => repair.code === code)) return [];
    const repair = repairOf(code, count);
    return repair ? [{ ...repair, agreed: count, beforeSending: true }] : [];
  });
  return [...made, ...earlier];
}
