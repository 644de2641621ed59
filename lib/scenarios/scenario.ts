import { z } from "zod";
import { DEVICE_SETTINGS } from "@/lib/returns/codes/device-setting";
import { OLDEST, YOUNGEST } from "@/lib/supply/ages";
import { EVIDENCE_CLASSES } from "@/lib/supply/assumptions";
import { PROGRAMME_IDS } from "@/lib/supply/programmes";
import { DISTRIBUTION } from "./distribution";
import { ASSUMPTION_IDS, LEVER_IDS, ROLE_IDS } from "./known";

/** The version of the form of the document; what it means is in `docs/method/output.md`. */
export const SCENARIO_FORMAT = "muster-scenario/1";

const words = z.string().trim().min(1).max(2000);
const age = z.int().min(YOUNGEST).max(OLDEST);
/** A calendar year. The first projection year of a census of 31 March 2026 is 2027: the one that ends then. */
const year = z.int().min(2000).max(2100);
const role = z.enum(ROLE_IDS);
/** The training programme that something is set of; of nothing else. */
const programme = z.enum(PROGRAMME_IDS);

const rising = (steps: readonly (readonly number[])[]): boolean =>
  steps.every(([from], at) => at === 0 || (from ?? 0) > (steps[at - 1]?.[0] ?? 0));

const BY_AGE = z.strictObject({
  kind: z.literal("by-age"),
  /** `[from age, value]`, in rising order of age; each holds up to the next. */
  steps: z
    .array(z.tuple([age, z.number()]))
    .min(1)
    .max(60)
    .refine(rising, { error: "expected ages in rising order, each once" }),
  /** How unsure the whole table is: nine in ten of its hazards lie between them ÷ factor and × factor, at all ages alike. */
  factor: z.number().min(1).max(20).optional(),
});
const AGE_WEIGHTS = z.strictObject({
  kind: z.literal("ages"),
  /** `[age, weight]`; weights are scaled to sum to one. */
  weights: z
    .array(z.tuple([age, z.number().min(0)]))
    .min(1)
    .max(60)
    .refine(rising, { error: "expected ages in rising order, each once" })
    .refine((weights) => weights.some(([, weight]) => weight > 0), {
      error: "expected at least one weight above 0",
    }),
});
const NORMAL_AGES = z
  .strictObject({
    kind: z.literal("normal-ages"),
    mean: z.number().min(YOUNGEST).max(OLDEST),
    deviation: z.number().positive().max(60),
    youngest: age,
    oldest: age,
  })
  .refine(({ youngest, oldest }) => youngest <= oldest, {
    error: "expected youngest to be at most oldest",
    path: ["youngest"],
  });

const ASSUMPTION = z.strictObject({
  id: z.enum(ASSUMPTION_IDS),
  /** A role of the return, or one of the nine groups; everybody unless given. */
  role: role.optional(),
  programme: programme.optional(),
  /** Of pools and programmes: the code of the nation whose they are; of all places together unless given. */
  place: z.string().trim().min(1).max(20).optional(),
  distribution: z.union([DISTRIBUTION, BY_AGE, AGE_WEIGHTS, NORMAL_AGES]),
  unit: words.optional(),
  source: words,
  reason: words,
  class: z.enum(EVIDENCE_CLASSES),
});
export type Assumption = z.infer<typeof ASSUMPTION>;

export const LEVER = z.strictObject({
  id: z.enum(LEVER_IDS),
  /** The code of a place; everywhere unless given. */
  place: z.string().trim().min(1).max(20).optional(),
  role: role.optional(),
  programme: programme.optional(),
  /** Of `device-growth`: the category of `data/reference/categories.csv`, and the setting, of the devices that grow; all unless given. */
  category: z
    .string()
    .regex(/^[a-z0-9_]{1,60}$/)
    .optional(),
  setting: z.enum(DEVICE_SETTINGS.map(({ value }) => value)).optional(),
  /** Ages at the year's start, both included; all unless given. */
  ages: z.tuple([age, age]).optional(),
  from: year,
  /** The last year; to the end unless given. */
  to: year.optional(),
  value: z.number(),
  reason: words,
});
export type Lever = z.infer<typeof LEVER>;

/** The document as JSON Schema sees it; what contradicts itself is found by `readScenario`. */
export const SCENARIO = z.strictObject({
  $schema: z.string().max(500).optional(),
  format: z.literal(SCENARIO_FORMAT),
  title: z.string().trim().min(1).max(200),
  description: words.optional(),
  /** Years from the census. */
  horizon: z.int().min(1).max(30),
  /** The number of a release; absent where plain files are projected. */
  release: z.int().min(1).optional(),
  seed: z.int().min(0).max(4294967295).default(1),
  /** Histories drawn; 0 gives expectations alone. */
  runs: z.int().min(0).max(20000).default(1000),
  assumptions: z.array(ASSUMPTION).max(200).default([]),
  levers: z.array(LEVER).max(200).default([]),
});
export type Scenario = z.infer<typeof SCENARIO>;
