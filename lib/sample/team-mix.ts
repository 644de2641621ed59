/**
 * What teams are made of: roles, and bands and specialisms within each, as weights. Judgement, not evidence: there
 * is no public count of clinical engineers by role or band.
 */
export type Weights = readonly (readonly [string, number])[];

/** Small teams have no room for a manager, or for a scientist of their own. */
export function roleWeights(posts: number): Weights {
  const small = posts < 12;
  return [
    ["clinical_technologist", 55],
    ["associate", 14],
    ["clinical_scientist", small ? 3 : 9],
    ["professional_engineer", small ? 5 : 7],
    ["trainee", small ? 5 : 14],
    ["support", 7],
  ];
}

export const BANDS: Readonly<Record<string, Weights>> = {
  clinical_scientist: [
    ["6", 8],
    ["7", 46],
    ["8a", 26],
    ["8b", 12],
    ["8c", 5],
    ["8d", 2],
    ["9", 1],
  ],
  professional_engineer: [
    ["5", 1],
    ["6", 20],
    ["7", 49],
    ["8a", 22],
    ["8b", 8],
  ],
  clinical_technologist: [
    ["4", 1],
    ["5", 35],
    ["6", 41],
    ["7", 23],
  ],
  associate: [
    ["2", 6],
    ["3", 44],
    ["4", 50],
  ],
  trainee: [
    ["4", 30],
    ["5", 46],
    ["6", 24],
  ],
  manager: [
    ["7", 20],
    ["8a", 40],
    ["8b", 28],
    ["8c", 12],
  ],
  support: [
    ["2", 32],
    ["3", 42],
    ["4", 22],
    ["other", 4],
  ],
};

export const SPECIALISMS: Readonly<Record<string, Weights>> = {
  clinical_scientist: [
    ["device_governance", 24],
    ["rehabilitation", 20],
    ["clinical_measurement", 20],
    ["device_design", 12],
    ["clinical_computing", 12],
    ["equipment_management", 10],
    ["connectivity", 4],
    ["radiation", 4],
  ],
  professional_engineer: [
    ["equipment_management", 42],
    ["connectivity", 18],
    ["clinical_computing", 15],
    ["radiation", 8],
    ["device_governance", 8],
    ["device_design", 5],
  ],
  clinical_technologist: [
    ["equipment_management", 65],
    ["renal", 8],
    ["radiation", 5],
    ["rehabilitation", 7],
    ["community", 6],
    ["clinical_measurement", 4],
    ["equipment_library", 3],
    ["connectivity", 2],
  ],
  associate: [
    ["equipment_management", 52],
    ["equipment_library", 28],
    ["community", 12],
    ["renal", 5],
    ["rehabilitation", 5],
  ],
  trainee: [
    ["equipment_management", 60],
    ["rehabilitation", 12],
    ["clinical_measurement", 10],
    ["device_governance", 12],
    ["renal", 6],
  ],
  manager: [
    ["equipment_management", 75],
    ["device_governance", 20],
    ["other", 5],
  ],
  support: [
    ["equipment_management", 55],
    ["equipment_library", 33],
    ["other", 12],
  ],
};

/** Hours of a post, in WTE: five decimals, as the NHS holds them. */
export const POST_WTE: readonly (readonly [number, number])[] = [
  [1, 91],
  [0.8, 4],
  [0.6, 3],
  [0.5, 2],
];

/** Hours of somebody in a whole post: 35 of 37.5 is 0.93333. */
export const HOLDER_WTE: readonly (readonly [number, number])[] = [
  [1, 95],
  [0.93333, 1.5],
  [0.8, 2],
  [0.6, 1.5],
];
