/** What an organisation must have said for a measure to rest on it. */
export type Evidence = {
  /** The measure that counts the organisations which said it. */
  countId: string;
  shortTitle: string;
  /** Of several organisations, and of one: "gave their establishment", "did not give its establishment". */
  did: string;
  didNot: string;
  /** A figure above organisation needs so many of them; opinions and ways of working need ten. */
  fewest: 3 | 10;
  /** A nil return says it too: it employs nobody, so it has no posts. */
  nil?: true;
};

const said = (countId: string, shortTitle: string, did: string, didNot: string): Evidence => ({
  countId: `organisations-${countId}`,
  shortTitle,
  did,
  didNot,
  fewest: 3,
});

const ofService = (countId: string, shortTitle: string, did: string, didNot: string): Evidence => ({
  ...said(countId, shortTitle, did, didNot),
  fewest: 10,
});

/** Every kind of evidence. Who contributes, in what words it is said, and the count published of it derive from it. */
export const EVIDENCE = {
  staff: {
    ...said("returned", "Returned", "sent a return", "did not send a return"),
    nil: true,
  },
  posts: {
    ...said(
      "with-establishment",
      "With establishment",
      "gave their establishment",
      "did not give its establishment",
    ),
    nil: true,
  },
  cover: {
    ...said(
      "with-cover",
      "With temporary cover",
      "gave their establishment and said whether temporary staff cover it",
      "did not give its establishment and say whether temporary staff cover it",
    ),
    nil: true,
  },
  vacancies: {
    ...said(
      "with-vacancies",
      "With vacancies described",
      "gave their establishment and said which vacancies are advertised or frozen",
      "did not give its establishment and say which vacancies are advertised or frozen",
    ),
    nil: true,
  },
  absence: said(
    "with-absence",
    "With absence",
    "said who is on long absence",
    "did not say who is on long absence",
  ),
  flows: said(
    "with-flows",
    "With joiners and leavers",
    "sent their joiners and leavers",
    "did not send its joiners and leavers",
  ),
  keys: said(
    "with-keys",
    "With keys of two censuses",
    "gave keys that tell the same people at this census and the one before",
    "did not give keys that tell the same people at this census and the one before",
  ),
  devices: said("with-devices", "With devices", "sent their devices", "did not send its devices"),
  maintenance: said(
    "with-maintenance",
    "With maintenance due",
    "said how many planned maintenance jobs fell due",
    "did not say how many planned maintenance jobs fell due",
  ),
  "maintenance-done": said(
    "with-maintenance-done",
    "With maintenance done",
    "said how many of the planned maintenance jobs due were done",
    "did not say how many of the planned maintenance jobs due were done",
  ),
  "maintenance-timed": said(
    "with-timed-maintenance",
    "With maintenance on time",
    "said how many planned maintenance jobs were done on time",
    "did not say how many planned maintenance jobs were done on time",
  ),
  "maintenance-found": said(
    "with-maintenance-not-found",
    "With devices not found",
    "said for how many planned maintenance jobs the device was not found",
    "did not say for how many planned maintenance jobs the device was not found",
  ),
  repairs: said(
    "with-repairs",
    "With repairs",
    "said how many repairs they did and what was open before and after",
    "did not say how many repairs it did and what was open before and after",
  ),
  connected: said(
    "with-connected",
    "With connected devices",
    "said how many devices are on a network",
    "did not say how many devices are on a network",
  ),
  unsupported: said(
    "with-unsupported",
    "With unsupported systems",
    "said how many devices run a system that is no longer supported",
    "did not say how many devices run a system that is no longer supported",
  ),
  "over-life": said(
    "with-over-life",
    "With devices over life",
    "said how many devices are over their expected life",
    "did not say how many devices are over their expected life",
  ),
  "service-cost": said(
    "with-service-cost",
    "With costs",
    "gave the cost of contracts and parts and what the devices were bought for",
    "did not give the cost of contracts and parts and what the devices were bought for",
  ),
  workload: said(
    "with-workload",
    "With staff and devices",
    "sent both their staff and their devices",
    "did not send both its staff and its devices",
  ),
  sufficiency: ofService(
    "with-sufficiency",
    "With sufficiency",
    "said whether their staffing is sufficient",
    "did not say whether its staffing is sufficient",
  ),
  procurement: ofService(
    "with-procurement",
    "With procurements",
    "said in which procurements clinical engineering took part",
    "did not say in which procurements clinical engineering took part",
  ),
  representation: ofService(
    "with-representation",
    "With boards sat on",
    "said on which boards clinical engineering sits",
    "did not say on which boards clinical engineering sits",
  ),
  "reporting-line": ofService(
    "with-reporting-line",
    "With reporting line",
    "said to whom the head of the service reports",
    "did not say to whom the head of the service reports",
  ),
  "network-incidents": ofService(
    "with-network-incidents",
    "With network incidents",
    "counted their network incidents",
    "did not count its network incidents",
  ),
  accreditation: ofService(
    "with-accreditation",
    "With accreditation",
    "said to what standards they are accredited",
    "did not say to what standards it is accredited",
  ),
  "on-call": ofService(
    "with-on-call",
    "With on-call",
    "said whether somebody is on call",
    "did not say whether somebody is on call",
  ),
} as const satisfies Record<string, Evidence>;

export type EvidenceId = keyof typeof EVIDENCE;

/** The evidence of an id, with all that it may say of itself. */
export const evidenceOf = (id: EvidenceId): Evidence => EVIDENCE[id];
