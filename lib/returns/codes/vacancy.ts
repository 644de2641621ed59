/** Where a vacancy stands, and why it stays open. */
export const VACANCY_STATES = [
  { value: "offer_made", title: "Offer made", spellings: ["Offered", "Offer accepted"] },
  { value: "advertised", title: "Advertised", spellings: ["Out to advert", "At advert", "Being advertised"] },
  { value: "not_advertised", title: "Not advertised", spellings: ["Not yet advertised"] },
  { value: "frozen", title: "Frozen", spellings: ["On hold", "Held"] },
] as const;

export const VACANCY_REASONS = [
  { value: "no_applicants", title: "No suitable applicants", spellings: ["No applicants"] },
  { value: "in_process", title: "Recruitment in process", spellings: ["In recruitment"] },
  { value: "redesign", title: "Post being redesigned", spellings: ["Service redesign"] },
  { value: "funding", title: "Held for funding", spellings: ["Held for savings"] },
  { value: "other", title: "Other" },
] as const;
