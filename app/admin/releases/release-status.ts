/** The states of a release, in words. */
export const RELEASE_STATUS = {
  built: { text: "Waits to be published", colour: "blue" },
  in_review: { text: "In review", colour: "blue" },
  published: { text: "Published", colour: "green" },
  corrected: { text: "Replaced by a later one", colour: "grey" },
  withdrawn: { text: "Withdrawn", colour: "red" },
} as const;
