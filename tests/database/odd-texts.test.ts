import { afterAll, beforeAll, expect, test } from "vitest";
import { closeCollection } from "@/lib/services/collections/open-collection";
import { addPerson } from "@/lib/services/people/manage-people";
import { signIn } from "@/lib/services/people/sign-in";
import { readReturn } from "@/lib/services/returns/read-return";
import { submitReturn } from "@/lib/services/returns/submit-return";
import {
  CENSUS as census,
  type OpenCensus,
  openCensus,
  ORGANISATION as organisation,
} from "../support/open-census";
import { codeOf, OPERATOR, value } from "../support/service-site";

let at: OpenCensus;
beforeAll(async () => {
  at = await openCensus();
});
afterAll(() => at?.close());

const NO_DAY = "2026-02-30";

test("a date that is none is a census that there is not, wherever it is asked for", async () => {
  const asked = { organisation, census: NO_DAY };
  expect(codeOf(await at.send(at.workforce, { census: NO_DAY }))).toBe("not-asked");
  expect(codeOf(await readReturn(at.site, OPERATOR, asked))).toBe("not-asked");
  expect(codeOf(await submitReturn(at.site, OPERATOR, asked))).toBe("not-asked");
  expect(codeOf(await closeCollection(at.site, OPERATOR, { census: NO_DAY }))).toBe("no-such-collection");
});

test("control characters in an address or a name of a file break nothing", async () => {
  const given = { email: "pat\u0000@trust.example", password: "ten letters", address: null };
  expect(codeOf(await signIn(at.site, given))).toBe("sign-in-failed");
  expect(codeOf(await addPerson(at.site, OPERATOR, { ...given, name: "Pat", memberships: [] }))).toBe(
    "email-wrong",
  );
  value(await at.send(at.workforce, { fileName: "work\u0000force.csv" }));
  const { draft } = value(await readReturn(at.site, OPERATOR, { organisation, census }));
  expect(draft.map(({ fileName }) => fileName)).toEqual(["workforce.csv"]);
});
