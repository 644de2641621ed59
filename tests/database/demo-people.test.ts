import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "@/lib/sample/people";
import { addPerson, linkLogin } from "@/lib/services/people/manage-people";
import { personOfLogin, signIn, viewerOf } from "@/lib/services/people/sign-in";
import { codeOf, OPERATOR, type ServiceSite, serviceSite, value } from "../support/service-site";

let at: ServiceSite;
beforeAll(async () => {
  at = await serviceSite();
});
afterAll(() => at?.close());

const LOGIN = { issuer: "https://id.example", subject: "1" };

test("the demonstration's people are nobody where it is off: no password, no session, no login of theirs", async () => {
  const demo = { ...at.site, demo: true };
  for (const { email, name } of DEMO_PEOPLE) {
    value(await addPerson(at.site, OPERATOR, { email, name, password: DEMO_PASSWORD, memberships: [] }));
    const given = { email, password: DEMO_PASSWORD, address: null };
    const { person } = value(await signIn(demo, given));
    expect(await viewerOf(demo, person)).not.toBeNull();
    expect(codeOf(await signIn(at.site, given))).toBe("sign-in-failed");
    expect(codeOf(await signIn(at.site, { ...given, email: email.toUpperCase() }))).toBe("sign-in-failed");
    expect(await viewerOf(at.site, person)).toBeNull();
    value(await linkLogin(at.site, OPERATOR, { email, ...LOGIN }));
    expect(codeOf(await personOfLogin(demo, LOGIN))).toBe("ok");
    expect(codeOf(await personOfLogin(at.site, LOGIN))).toBe("login-unknown");
  }
});
