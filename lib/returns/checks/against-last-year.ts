import { isMuchGone } from "../much-gone";
import { type Lost, lostKeys, peopleIn, type ReturnSums } from "../return-sums";
import type { ExampleReturn, ReturnCheck } from "./return-rule";
import type { ExampleLine } from "./rule";

const MOST_CHANGE = 0.15;
const MOST_SHIFT = 0.15;
/** So much WTE in other bands is one promotion or two, whatever share of a small team it is. */
const SMALL_SHIFT_WTE = 2;
const HEADS = 1;
const SHARE_OF_HEADS = 0.02;

const group = (headcount: number, changes: ExampleLine = {}): ExampleLine => ({
  line_type: "group",
  headcount: String(headcount),
  in_post_wte: String(headcount),
  establishment_wte: String(headcount),
  ...changes,
});
const staff = (now: readonly ExampleLine[], before: readonly ExampleLine[]): ExampleReturn => ({
  files: [{ part: "workforce", lines: now }],
  lastYear: [{ part: "workforce", lines: before }],
});
const equipment = (now: readonly ExampleLine[], before: readonly ExampleLine[]): ExampleReturn => ({
  files: [{ part: "devices", lines: now }],
  lastYear: [{ part: "devices", lines: before }],
});

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const shown = (value: number) => Number(value.toFixed(2)).toLocaleString("en-GB");

/** A check that a total is not far from last year's. */
const changed = (
  code: string,
  part: "workforce" | "devices",
  name: string,
  what: string,
  example: ReturnCheck["example"],
): ReturnCheck => ({
  code,
  severity: "warning",
  scope: "last-year",
  parts: part === "devices" ? ["devices", "assets"] : ["workforce"],
  title: `${what} changed by more than 15 % in a year`,
  why: "A service seldom grows or shrinks so much in a year; a file that was left out, or sent twice, looks like this.",
  mend: "Check that every unit's file is there once, or say what changed.",
  example,
  find({ sums, lastYear }) {
    const [now, before] = [sums.numbers.get(name), lastYear?.numbers.get(name)];
    if (now === undefined || !before || Math.abs(now - before) <= before * MOST_CHANGE + 1e-9) return null;
    const sent = part === "devices" && !sums.numbers.has("rows devices") ? "assets" : part;
    return {
      part: sent,
      message: `${what}: ${shown(now)}, and ${shown(before)} last year (${now > before ? "+" : "−"}${percent(Math.abs(now - before) / before)}).`,
    };
  },
});

/** What else may have become of what is not found: keys left blank, and others given. */
function otherKeys({ unkeyed = 0, fresh = 0 }: Lost): string {
  const blank =
    unkeyed > 0 ? ` ${shown(unkeyed)} more are not counted, since as many lines lost their reference.` : "";
  const given =
    fresh > 0
      ? ` ${shown(fresh)} references are new: where the same things were given others, give them back.`
      : "";
  return blank + given;
}

/** A check that lines with a key of the sender's own are found again. */
const gone = (
  code: string,
  keys: "posts" | "devices" | "assets",
  part: "workforce" | "devices" | "assets",
  what: string,
  example: ReturnCheck["example"],
): ReturnCheck => ({
  code,
  severity: "warning",
  scope: "last-year",
  parts: [part],
  title: `Over a tenth of last year's ${what} are gone`,
  why: "What a file leaves out is gone from the figures, and new keys for the same things look like this too. One alone is not asked about.",
  mend: "Give them the keys that they had last year, add what is missing, or say why it is gone.",
  example,
  find({ sums, lastYear, assetsLost }) {
    const lost = keys === "assets" ? assetsLost : lostKeys(sums, lastYear, keys);
    if (!lost || !isMuchGone(lost.missing, lost.of)) return null;
    return {
      part,
      message: `${shown(lost.missing)} of last year's ${shown(lost.of)} ${what} are not in the file.${otherKeys(lost)}`,
    };
  },
});

/** A check that a part is not last year's file with new dates. */
const identical = (part: "workforce" | "devices", example: ReturnCheck["example"]): ReturnCheck => ({
  code: `${part}-identical`,
  severity: "warning",
  scope: "last-year",
  parts: [part],
  title: `The ${part} file is last year's in every value`,
  why: "In a year somebody ages, joins or leaves, and some job is done; a file without any change is usually last year's, sent again.",
  mend: "Send this year's file, or say why nothing changed.",
  example,
  find({ sums: { numbers }, lastYear }) {
    const same = (name: string) => numbers.get(name) === lastYear?.numbers.get(name);
    if (!numbers.has(`rows ${part}`) || !same(`rows ${part}`) || !same(`mark ${part}`)) return null;
    return {
      part,
      message: `All ${shown(numbers.get(`rows ${part}`) ?? 0)} rows have last year's values, but for their dates.`,
    };
  },
});

/** The share of in-post WTE that stands in other bands than before: half the sum of the differences of the shares. */
function shiftOfBands(now: ReturnSums, before: ReturnSums): { share: number; wte: number } {
  const total = now.numbers.get("in_post_wte") ?? 0;
  const totalBefore = before.numbers.get("in_post_wte") ?? 0;
  if (total === 0 || totalBefore === 0) return { share: 0, wte: 0 };
  const names = new Set(
    [...now.numbers.keys(), ...before.numbers.keys()].filter((name) => name.startsWith("band_wte ")),
  );
  const shareOf = (sums: ReturnSums, name: string, of: number) => (sums.numbers.get(name) ?? 0) / of;
  let share = 0;
  for (const name of names)
    share += Math.abs(shareOf(now, name, total) - shareOf(before, name, totalBefore)) / 2;
  return { share, wte: share * total };
}

/** This return against the one approved at the census before. */
export const AGAINST_LAST_YEAR: readonly ReturnCheck[] = [
  changed("wte-changed", "workforce", "in_post_wte", "WTE in post", {
    trips: staff([group(12)], [group(10)]),
    passes: staff([group(11)], [group(10)]),
  }),
  changed("devices-changed", "devices", "devices", "Devices", {
    trips: equipment([{ device_count_end: "240" }], [{ device_count_end: "200" }]),
    passes: equipment([{ device_count_end: "220" }], [{ device_count_end: "200" }]),
  }),
  {
    code: "band-mix-shifted",
    severity: "warning",
    scope: "last-year",
    parts: ["workforce"],
    title: "The mix of bands shifted",
    why: "More than 15 % of the WTE, and more than 2 WTE, in other bands than last year is a regrading, or bands that were typed or mapped in another way.",
    mend: "Correct the bands, or say what changed.",
    example: {
      trips: staff([group(7), group(3, { afc_band: "7" })], [group(10)]),
      passes: staff([group(8), group(2, { afc_band: "7" })], [group(10)]),
    },
    find({ sums, lastYear }) {
      const { share, wte } = lastYear ? shiftOfBands(sums, lastYear) : { share: 0, wte: 0 };
      if (share <= MOST_SHIFT || wte <= SMALL_SHIFT_WTE + 1e-9) return null;
      return {
        part: "workforce",
        message: `${percent(share)} of the WTE in post is in other bands than last year (${shown(wte)} WTE).`,
      };
    },
  },
  {
    code: "flows-do-not-close",
    severity: "warning",
    scope: "last-year",
    parts: ["workforce", "flows"],
    title: "Last year's people, joiners and leavers do not make this year's people",
    why: "People of last year, and those who joined, less those who left, are the people of this year; one person or 2 % apart is kept, more is a joiner or leaver left out.",
    mend: "Add the joiners or leavers who are missing, or say where the difference comes from.",
    example: {
      trips: {
        files: [
          { part: "workforce", lines: [group(12)] },
          { part: "flows", lines: [{ direction: "leaver", headcount: "2" }] },
        ],
        lastYear: [{ part: "workforce", lines: [group(12)] }],
      },
      passes: {
        files: [
          { part: "workforce", lines: [group(11)] },
          { part: "flows", lines: [{ direction: "leaver" }] },
        ],
        lastYear: [{ part: "workforce", lines: [group(12)] }],
      },
    },
    find({ sums, lastYear }) {
      const [closing, opening] = [peopleIn(sums), lastYear && peopleIn(lastYear)];
      if (closing === null || opening === null || !sums.numbers.has("flows")) return null;
      const [joined, left] = [sums.numbers.get("joiners") ?? 0, sums.numbers.get("leavers") ?? 0];
      const expected = opening + joined - left;
      if (Math.abs(expected - closing) <= Math.max(HEADS, closing * SHARE_OF_HEADS)) return null;
      return {
        part: "flows",
        message: `${shown(opening)} people last year, ${shown(joined)} who joined and ${shown(left)} who left make ${shown(expected)}, and ${shown(closing)} are in post.`,
      };
    },
  },
  identical("workforce", {
    trips: staff([{ age_band: "30_34" }, {}], [{}, { age_band: "30_34" }]),
    passes: staff([{ age_band: "35_39" }, {}], [{}, { age_band: "30_34" }]),
  }),
  identical("devices", {
    trips: equipment([{ ppm_due: "200" }], [{ ppm_due: "200" }]),
    passes: equipment([{ ppm_due: "201" }], [{ ppm_due: "200" }]),
  }),
  gone("posts-gone", "posts", "workforce", "posts with a reference", {
    trips: staff([{ post_ref: "CE-3" }, { post_ref: "CE-4" }], [{ post_ref: "CE-1" }, { post_ref: "CE-2" }]),
    passes: staff([{ post_ref: "ce-1" }, { post_ref: "CE-3" }], [{ post_ref: "CE-1" }, { post_ref: "CE-2" }]),
  }),
  gone("device-rows-gone", "devices", "devices", "rows of devices", {
    trips: equipment([{ setting: "theatre" }], [{ setting: "ward" }, { setting: "imaging" }]),
    passes: equipment([{ setting: "ward" }, { setting: "theatre" }], [{ setting: "ward" }]),
  }),
  gone("assets-gone", "assets", "assets", "devices with an asset reference", {
    trips: {
      files: [{ part: "assets", lines: [{ asset_ref: "3" }] }],
      lastYear: [{ part: "assets", lines: [{ asset_ref: "1" }, { asset_ref: "2" }] }],
    },
    passes: {
      files: [{ part: "assets", lines: [{ asset_ref: "1" }, { asset_ref: "2" }] }],
      lastYear: [{ part: "assets", lines: [{ asset_ref: "1" }] }],
    },
  }),
];
