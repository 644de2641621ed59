import type { TagColour } from "@/app/_components/nhs/tag";
import { may } from "@/lib/access/rights";
import type { Viewer } from "@/lib/access/viewer";
import type { ReturnView } from "@/lib/services/returns/read-return";

/** Where a return stands, in a word, and what waits for whom. */
export type ReturnState = { text: string; colour: TagColour; waits: string };

/** Whether files were sent since a version was approved, that are not its own: they count for nothing yet. */
const hasChanges = ({ draft, collectionOpen, obstacles }: ReturnView): boolean =>
  collectionOpen && draft.length > 0 && !obstacles.some(({ code }) => code === "nothing-new");

/** @param ofOneUnit whether it is said to who sends for a service unit alone, whose a nil return is not to send */
export function returnState(view: ReturnView, ofOneUnit = false): ReturnState {
  const { submissions, draft, collectionOpen, obstacles } = view;
  const waiting = submissions.find(({ state }) => state === "submitted");
  if (waiting)
    return {
      text: "Waiting for approval",
      colour: "yellow",
      waits: `Version ${waiting.version} waits for an approver.`,
    };
  const approved = submissions.find(({ state }) => state === "approved");
  if (approved && hasChanges(view))
    return {
      text: "Changes not submitted",
      colour: "orange",
      waits: `Version ${approved.version} is approved, and counts. The files sent since are not submitted: ${obstacles[0]?.message ?? "nothing stands in the way of submitting them."}`,
    };
  if (approved)
    return {
      text: approved.kind === "nil" ? "Nil return approved" : "Approved",
      colour: "green",
      waits: `Version ${approved.version} is approved. Nothing waits for you.`,
    };
  if (!collectionOpen)
    return { text: "Not returned", colour: "grey", waits: "The collection closed before a return came." };
  const newest = submissions[0];
  if (newest?.state === "withdrawn" && draft.length > 0)
    return {
      text: "Sent back",
      colour: "orange",
      waits: `Version ${newest.version} was sent back: mend the files and submit again.`,
    };
  if (draft.length === 0)
    return {
      text: "Not started",
      colour: "grey",
      waits: ofOneUnit
        ? "Upload the files of your service unit."
        : "Upload your files, or send a nil return.",
    };
  return obstacles.length === 0
    ? { text: "Ready to submit", colour: "blue", waits: "Nothing stands in the way of submitting." }
    : { text: "In work", colour: "blue", waits: obstacles[0]?.message ?? "" };
}

/** Whether a return waits for this person: to be approved by them, or to be sent by them. */
export function waitsFor(viewer: Viewer, view: ReturnView): boolean {
  const { organisation, collectionOpen, submissions } = view;
  if (viewer.kind !== "person" || !collectionOpen) return false;
  const waiting = submissions.find(({ state }) => state === "submitted");
  if (waiting) return may(viewer, "approve a return", organisation) && waiting.submittedBy !== viewer.person;
  const answered = submissions.some(({ state }) => state === "approved") && !hasChanges(view);
  return !answered && may(viewer, "submit a return", organisation);
}

const SUBMISSION_WORDS = {
  submitted: { text: "Waiting for approval", colour: "yellow" },
  approved: { text: "Approved", colour: "green" },
  superseded: { text: "Replaced", colour: "grey" },
  withdrawn: { text: "Sent back", colour: "orange" },
} as const satisfies Record<string, { text: string; colour: TagColour }>;

/** The state of one version, in words. */
export const submissionState = (state: keyof typeof SUBMISSION_WORDS) => SUBMISSION_WORDS[state];
