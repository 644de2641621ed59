import type { WatchedOrganisation } from "@/lib/services/collections/watch-collection";
import { submissionState } from "../../../returns/return-state";

/** Where one organisation's answer stands, in words. */
export const stateWords = (state: WatchedOrganisation["state"]) =>
  state === "not_returned" ? ({ text: "Not returned", colour: "grey" } as const) : submissionState(state);
