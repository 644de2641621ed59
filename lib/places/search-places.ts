import { normaliseCode } from "./code";
import { foldText, nearlyTheSame } from "./fold-text";
import { inForce, LEVELS, type Place } from "./place";
import { postcodeNearness, readPostcode } from "./postcode";
import type { ReferenceTables } from "./reference-tables";
import { shortName } from "./short-name";

/** A place that answers a search, and what of it did: `text` is the name, old name, code or postcode that matched. */
export type PlaceFound = {
  place: Place;
  by: "code" | "name" | "old name" | "old code" | "postcode";
  text: string;
  /** Whether the place is in force on the date of the search. */
  open: boolean;
  /** Between 0 and 100; only its order means anything. */
  score: number;
};

/** Words that so many names have that they say nothing. */
const COMMON = new Set(["nhs", "the", "of", "and", "trust", "foundation", "ft"]);
/** Puts a closed place behind open ones that match nearly as well; its own code still finds it first. */
const CLOSED_PENALTY = 24;
const POSTCODE_SCORES = [0, 20, 60, 70, 90] as const;

/**
 * The places that a person may mean: by name, old name, code, old code, or the headquarters' postcode (whole or its
 * first half). Case, accents, apostrophes and punctuation make no difference; parts of words, initials ("UCLH") and a
 * single slip of the hand are found. Best first; closed places after open ones that match as well.
 */
export function searchPlaces(tables: ReferenceTables, query: string, date: string, limit = 20): PlaceFound[] {
  const folded = foldText(query);
  if (folded === "") return [];
  const code = normaliseCode(query);
  const postcode = readPostcode(query);
  const best = new Map<string, PlaceFound>();
  const places = new Map(tables.places.map((place) => [place.code, place]));
  const offer = (place: Place | undefined, by: PlaceFound["by"], text: string, score: number) => {
    if (place === undefined || score <= 0 || (best.get(place.code)?.score ?? 0) >= score) return;
    best.set(place.code, { place, by, text, open: inForce(place.opens, place.closes, date), score });
  };

  for (const place of tables.places) {
    offer(place, "code", place.code, codeScore(code, place.code));
    if (place.onsCode !== null) offer(place, "code", place.onsCode, code === place.onsCode ? 99 : 0);
    offer(place, "name", place.name, nameScore(folded, place.name));
    const own = place.postcode === null ? null : readPostcode(place.postcode);
    if (postcode && own)
      offer(place, "postcode", place.postcode ?? "", POSTCODE_SCORES[postcodeNearness(postcode, own)]);
  }
  for (const { code, name } of tables.names)
    offer(places.get(code), "old name", name, nameScore(folded, name) - 4);
  for (const { code: of, formerCode } of tables.formerCodes) {
    offer(places.get(of), "old code", formerCode, codeScore(code, formerCode) - 4);
  }

  const rank = ({ by, score, open }: PlaceFound) => score - (open || by === "code" ? 0 : CLOSED_PENALTY);
  return [...best.values()]
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        LEVELS.indexOf(a.place.level) - LEVELS.indexOf(b.place.level) ||
        (a.place.name < b.place.name ? -1 : 1),
    )
    .slice(0, limit);
}

function codeScore(asked: string, code: string): number {
  if (asked === code) return 100;
  return asked.length >= 2 && code.startsWith(asked) ? 40 : 0;
}

/** 95 the whole name, 85 its beginning, 78 its initials, up to 75 when each word asked for is found in it, else 0. */
function nameScore(asked: string, name: string): number {
  const whole = foldText(name);
  const short = foldText(shortName(name));
  if (asked === whole || asked === short || asked === telling(whole).join(" ")) return 95;
  if ([whole, short, whole.replace(/^the /, "")].some((start) => start.startsWith(`${asked} `))) return 88;
  if (whole.startsWith(asked) || short.startsWith(asked)) return 85;
  const words = telling(whole.replace("integrated care board", "integrated care board icb"));
  const initials = words.map((word) => word[0]).join("");
  if (asked.length >= 3 && !asked.includes(" ") && initials.startsWith(asked))
    return initials === asked ? 80 : 45;
  const askedWords = telling(asked);
  const scores = askedWords.map((word) => Math.max(0, ...words.map((own) => wordScore(word, own))));
  if (askedWords.length === 0 || scores.includes(0)) return 0;
  const fit = scores.reduce((sum, score) => sum + score, 0) / askedWords.length;
  return 25 + 40 * fit + 10 * Math.min(1, askedWords.length / telling(short).length);
}

function wordScore(asked: string, own: string): number {
  if (asked === own) return 1;
  if (own.startsWith(asked)) return 0.6 + 0.3 * (asked.length / own.length);
  if (asked.length >= 5 && nearlyTheSame(asked, own)) return 0.5;
  return asked.length >= 3 && own.includes(asked) ? 0.35 : 0;
}

/** The words of a folded text that tell names apart; all of them when none does. */
function telling(folded: string): string[] {
  const words = folded.split(" ");
  const left = words.filter((word) => !COMMON.has(word));
  return left.length > 0 ? left : words;
}
