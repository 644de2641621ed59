import { ROLES_OF_STAFF } from "./role";

type RoleOfStaff = (typeof ROLES_OF_STAFF)[number]["value"];
type Decision = { role: RoleOfStaff; when: string; titles: string };

const title = (role: RoleOfStaff): string =>
  ROLES_OF_STAFF.find(({ value }) => value === role)?.title ?? role;

/**
 * Which role a post is, in the order in which to ask: by the registration that it requires and its level, whatever its
 * title. A post is a trainee's before it is what the trainee will be.
 */
export const ROLE_DECISION: readonly (Decision & { title: string })[] = (
  [
    {
      role: "trainee",
      when: "Is filled by someone in a training programme or an apprenticeship.",
      titles: "STP or HSST trainee, apprentice engineer",
    },
    {
      role: "clinical_scientist",
      when: "Requires HCPC registration as a clinical scientist.",
      titles: "Clinical scientist, consultant clinical scientist",
    },
    {
      role: "professional_engineer",
      when: "Requires CEng, IEng or the equivalent, and no HCPC registration.",
      titles: "Clinical engineer, rehabilitation engineer, head of medical devices",
    },
    {
      role: "clinical_technologist",
      when: "Is at practitioner level: works on devices or with patients on its own responsibility.",
      titles: "Med Eng Tech, EBME technician, clinical technologist",
    },
    {
      role: "associate",
      when: "Works under a practitioner's direction.",
      titles: "Associate practitioner, equipment library assistant",
    },
    {
      role: "manager",
      when: "Manages the service, and requires no scientific or engineering registration.",
      titles: "Service manager, business manager",
    },
    {
      role: "support",
      when: "Supports the service without working on devices.",
      titles: "Administrator, stores, driver",
    },
  ] satisfies Decision[]
).map((decision) => ({ ...decision, title: title(decision.role) }));
