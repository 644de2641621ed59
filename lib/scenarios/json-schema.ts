import { z } from "zod";
import { SCENARIO } from "./scenario";

/**
 * The JSON Schema of a scenario document, as published at `/schemas/scenario-1.json`. What contradicts itself across
 * parts (two levers for the same thing, a last year before the first) it cannot say: `checkScenario` does.
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  return {
    $id: "scenario-1.json",
    title: "Scenario of Muster, form 1",
    description:
      "What a projection of the clinical engineering workforce assumes. Explained in docs/method/output.md.",
    ...z.toJSONSchema(SCENARIO, { io: "input" }),
  };
}
