import type {
  DeviceRow,
  PostRow,
  ReleaseInput,
  ReleasePlace,
  ResponseState,
  StaffRow,
} from "./release-input";

/** A key of the tests' own. */
export const TEST_KEY = new TextEncoder().encode("a key that only the tests know 00");

/** A line of a devices file, as far as the tests need it. */
type DeviceLine = {
  riskClass: string;
  devices: number;
  ppmDue: number | null;
  ppmDueDone: number | null;
  ppmOnTime: number | null;
};

/** The sums of one line; a share's two parts are there where the line says both. */
function sumsOf({ devices, ppmDue, ppmDueDone, ppmOnTime }: Omit<DeviceLine, "riskClass">) {
  const both = (value: number | null, other: number | null) => (other === null ? null : value);
  return {
    devices,
    "ppm-due": ppmDue,
    "ppm-due-done": both(ppmDueDone, ppmDue),
    "ppm-due-of-done": both(ppmDue, ppmDueDone),
    "ppm-on-time-jobs": both(ppmOnTime, ppmDue),
    "ppm-due-timed": both(ppmDue, ppmOnTime),
  };
}

type Department = {
  code: string;
  /** A board, a region or a nation of the tree below. */
  under: string;
  state?: ResponseState;
  /** People of each role × band × age × specialism; a bare number is technologists of band 6. */
  staff?: number | readonly Partial<StaffRow>[];
  establishment?: number | null;
  posts?: readonly Partial<PostRow>[];
  devices?: readonly Partial<DeviceLine>[];
};

const TREE: readonly ReleasePlace[] = [
  { code: "K02000001", level: "united_kingdom", name: "United Kingdom", parent: null },
  { code: "E92000001", level: "nation", name: "England", parent: "K02000001" },
  { code: "W92000004", level: "nation", name: "Wales", parent: "K02000001" },
  { code: "Y01", level: "region", name: "North", parent: "E92000001" },
  { code: "Y02", level: "region", name: "South", parent: "E92000001" },
  { code: "QA1", level: "board", name: "Board of three", parent: "Y01" },
  { code: "QA2", level: "board", name: "Board of one", parent: "Y01" },
  { code: "QB1", level: "board", name: "Southern board", parent: "Y02" },
];

const PERSON = {
  role: "clinical_technologist",
  band: "6",
  age: "35_44",
  register: "unknown",
  specialism: "equipment_management",
  eligible: false,
  programme: null,
  funding: null,
  away: null,
};

/** A release's input from a few departments, in a tree of two English regions, three boards, and Wales. */
export function nationOf(
  departments: readonly Department[],
  change: Partial<ReleaseInput> = {},
): ReleaseInput {
  const staff: StaffRow[] = [];
  const posts: PostRow[] = [];
  const devices: DeviceRow[] = [];
  for (const department of departments) {
    const organisation = department.code;
    const people =
      typeof department.staff === "number" ? [{ headcount: department.staff }] : (department.staff ?? []);
    for (const row of people) {
      const headcount = row.headcount ?? 1;
      if (headcount > 0) staff.push({ ...PERSON, headcount, wte: headcount, ...row, organisation });
    }
    const inPost = staff
      .filter((row) => row.organisation === organisation)
      .reduce((sum, { wte }) => sum + wte, 0);
    const given = department.establishment;
    const rows =
      department.posts ??
      (given === undefined ? [] : [{ establishment: given, inPost, vacancy: (given ?? 0) - inPost }]);
    for (const row of rows) {
      const base = { establishment: null, inPost: 0, vacancy: 0, advertised: 0, frozen: 0, cover: 0 };
      posts.push({ ...PERSON, ...base, ...row, organisation });
    }
    for (const { riskClass = "medium", ...line } of department.devices ?? []) {
      const said = { devices: 0, ppmDue: 0, ppmDueDone: 0, ppmOnTime: null, ...line };
      devices.push({ organisation, riskClass, sums: sumsOf(said) });
    }
  }
  return {
    release: 1,
    synthetic: true,
    geography: [
      ...TREE,
      ...departments.map(
        ({ code, under }) => ({ code, level: "organisation", name: code, parent: under }) as const,
      ),
    ],
    responses: departments.map(({ code, state }) => ({ organisation: code, state: state ?? "returned" })),
    staff,
    posts,
    devices,
    flows: [],
    stays: [],
    services: [],
    workloads: [],
    hasFlows: new Set(),
    hasDevices: new Set(devices.map(({ organisation }) => organisation)),
    key: TEST_KEY,
    ledger: [],
    earlier: [],
    ...change,
  };
}

const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T;

/** A nation of some size, made by a small generator of its own, so that every run of a test sees the same. */
export function randomNation(seed: number, organisations = 24): ReleaseInput {
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const roles = [
    "clinical_scientist",
    "professional_engineer",
    "clinical_technologist",
    "associate",
    "trainee",
    "manager",
    "support",
  ];
  const bands = ["2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d_9", "other"];
  const ages = ["under_25", "25_34", "35_44", "45_54", "55_64", "65_plus", "unknown"];
  const specialisms = [
    "equipment_management",
    "device_governance",
    "rehabilitation",
    "renal",
    "radiation",
    "clinical_computing",
    "other",
  ];
  const under = ["QA1", "QA2", "QB1", "QB1", "QA1", "W92000004"];
  const answers: ResponseState[] = [
    "returned",
    "returned",
    "returned",
    "returned",
    "returned",
    "nil",
    "not_returned",
    "served",
  ];
  const departments = Array.from({ length: organisations }, (_, at): Department => {
    const answer = pick(answers, random);
    const base = { code: `ZT${String(at + 1).padStart(3, "0")}`, under: pick(under, random), state: answer };
    if (answer !== "returned") return base;
    const size = 1 + Math.floor(random() * random() * 60);
    const staff = Array.from({ length: size }, () => ({
      role: pick(roles, random),
      band: pick(bands, random),
      age: pick(ages, random),
      specialism: pick(specialisms, random),
      wte: pick([1, 1, 1, 0.8, 0.6, 0.53333], random),
      register: pick(["hcpc", "rct", "none", "unknown"], random),
      eligible: random() < 0.1,
      programme: pick([null, null, null, "stp", "level_4", "unknown"], random),
      funding: pick([null, "levy", "own"], random),
      away: pick([null, false, false, false, true], random),
    }));
    const posts = staff.map(({ role, band, specialism, wte }) => {
      const establishment = random() < 0.1 ? wte + 1 : wte;
      const vacancy = establishment - wte;
      return {
        role,
        band,
        specialism,
        establishment,
        inPost: wte,
        vacancy,
        advertised: vacancy / 2,
        frozen: 0,
        cover: vacancy / 4,
      };
    });
    const devices = Array.from({ length: Math.floor(random() * 4) }, () => {
      const ppmDue = Math.floor(random() * 900);
      const ppmDueDone = Math.floor(ppmDue * random());
      return {
        riskClass: pick(["high", "medium", "low"], random),
        devices: Math.floor(random() * 3000),
        ppmDue,
        ppmDueDone,
        ppmOnTime: random() < 0.2 ? null : Math.floor(ppmDueDone * random()),
      };
    });
    // One in seven says nothing of cover, one in seven nothing of its vacancies.
    const silent = { cover: random() < 0.15, vacancies: random() < 0.15 };
    const told = posts.map((post) => ({
      ...post,
      ...(silent.cover ? { cover: null } : {}),
      ...(silent.vacancies ? { advertised: null, frozen: null } : {}),
    }));
    return { ...base, staff, posts: random() < 0.1 ? [] : told, devices };
  });
  const returned = departments.filter(({ state }) => state === "returned").map(({ code }) => code);
  const withFlows = returned.filter(() => random() < 0.8);
  const some = (most: number): number => Math.floor(random() * (most + 1));
  const nation = nationOf(departments, {
    hasFlows: new Set(withFlows),
    flows: withFlows.flatMap((organisation) =>
      (["joiner", "leaver", "mover"] as const).map((direction) => ({
        organisation,
        direction,
        withinNhs: direction === "leaver" && random() < 0.4,
        step: direction === "mover" ? pick(["5_to_6", "6_to_7", "7_to_8a", "unknown"], random) : null,
        headcount: 1 + some(4),
      })),
    ),
    stays: returned
      .filter(() => random() < 0.7)
      .map((organisation) => {
        const stayed = some(20);
        return { organisation, before: stayed + some(4), stayed };
      }),
    workloads: returned
      .filter(() => random() < 0.9)
      .map((organisation) => {
        const wte = 2 + 30 * random();
        const hours = 1500 * wte;
        const bounded = (value: number) => ({ value, low: 0.7 * value, high: 1.5 * value });
        return {
          organisation,
          required: bounded(wte),
          compared: bounded(0.8 * wte),
          comparedInPost: Math.round(0.7 * wte),
          deviceHours: 0.6 * hours,
          hours,
          illustrativeHours: 0.5 * hours,
        };
      }),
    services: returned.map((organisation) => ({
      organisation,
      sufficiency: random() < 0.2 ? null : 1 + some(4),
      procurements: 20,
      fromSpecification: some(12),
      notConsulted: random() < 0.2 ? null : some(8),
      representedOn: pick([null, [], ["digital_board"], ["digital_board", "cyber_group"]], random),
      reportsTo: pick([null, "division", "other"], random),
      networkIncidents: some(5),
      incidentsBeforeHarm: 0,
      accreditation: pick([null, [], ["iso_9001"]], random),
      onCall: pick([null, "none", "full"], random),
    })),
  });
  // So many that steps from band to band are told apart.
  const steps = ["5_to_6", "6_to_7", "7_to_8a", "down", "unknown"];
  const movers = withFlows.flatMap((organisation) =>
    steps.map((step) => ({
      organisation,
      direction: "mover" as const,
      withinNhs: false,
      step,
      headcount: some(14),
    })),
  );
  return { ...nation, flows: [...nation.flows, ...movers] };
}
