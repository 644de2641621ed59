/** A change of how figures are made or returns are checked, as readers are told of it. */
export type MethodChange = {
  /** The day from which it holds, as year-month-day. */
  date: string;
  kind: "method" | "rules";
  title: string;
  words: string;
  /** Where it is explained. */
  href: string;
  /** Of rules: the version that it made. */
  ruleSet?: string;
};

/** Changes of method and of rules, newest first. A change of either has its entry here, so that it is news. */
export const METHOD_CHANGES: readonly MethodChange[] = [
  {
    date: "2026-11-24",
    kind: "method",
    title: "Looks ahead rest on rates that the returns tell of",
    words:
      "How often people leave, move on and retire, and how fast posts are filled, is estimated from the returns behind a release where enough organisations tell of it; elsewhere the defaults hold. The rates are published with the release.",
    href: "/methods/estimation",
  },
  {
    date: "2026-11-24",
    kind: "method",
    title: "Looks ahead are held against what came",
    words:
      "Each release scores the looks ahead of the releases before it: how many of their ranges held, and whether they were nearer than saying that nothing changes.",
    href: "/methods/scorecard",
  },
  {
    date: "2026-11-24",
    kind: "method",
    title: "A gap is called a shortage only where all of its interval is one",
    words: "Where the interval of a gap holds none, it is said that it cannot be told.",
    href: "/methods/requirement",
  },
  {
    date: "2026-11-24",
    kind: "rules",
    title: "Rule set 2026.4",
    words:
      "The rules by which returns are checked now: joiners and leavers line by line, single devices for their work, and a return as a whole, beside those of each file.",
    href: "/methods/rules",
    ruleSet: "2026.4",
  },
];
