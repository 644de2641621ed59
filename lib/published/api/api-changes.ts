/** The version of the interface. The first number changes only with its address. */
export const API_VERSION = "1.1.0";

/** What changed in the interface, newest first: every change of the committed document has its entry. */
export const API_CHANGES: readonly { version: string; date: string; words: string }[] = [
  {
    version: "1.1.0",
    date: "2026-11-25",
    words: "Added: the changes of a correction, figure by figure.",
  },
  {
    version: "1.0.0",
    date: "2026-11-25",
    words:
      "The first version: releases, figures, places, measures, categories, rates of the supply model and scores of earlier looks ahead.",
  },
];
