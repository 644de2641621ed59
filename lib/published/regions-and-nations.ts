/** Where to begin when a place is not found: these codes do not change. */
export const REGIONS_AND_NATIONS = [
  { code: "K02000001", name: "United Kingdom" },
  { code: "E92000001", name: "England" },
  { code: "Y61", name: "East of England" },
  { code: "Y56", name: "London" },
  { code: "Y60", name: "Midlands" },
  { code: "Y63", name: "North East and Yorkshire" },
  { code: "Y62", name: "North West" },
  { code: "Y59", name: "South East" },
  { code: "Y58", name: "South West" },
  { code: "N92000002", name: "Northern Ireland" },
  { code: "S92000003", name: "Scotland" },
  { code: "W92000004", name: "Wales" },
] as const;
