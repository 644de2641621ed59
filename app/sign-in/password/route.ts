import {
  formFields,
  problemNotice,
  refuseForeign,
  seeOther,
  sentence,
  withNotice,
} from "@/app/_session/form-answer";
import { ownPath } from "@/app/_session/own-path";
import { sessionCookie } from "@/app/_session/session-cookie";
import { visitorAddress } from "@/app/_session/visitor-address";
import { signIn } from "@/lib/services/people/sign-in";
import { currentSite } from "@/lib/services/site";

/** Signs in with an e-mail address and a password; a plain form, so that it works without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const foreign = refuseForeign(request);
  if (foreign) return foreign;
  const fields = await formFields(request);
  if (!fields) return sentence(413, "This form is larger than any of ours, so nothing was done.");
  const { email = "", password = "" } = fields;
  const next = ownPath(fields.next);
  const signedIn = await signIn(currentSite(), {
    email,
    password,
    address: visitorAddress(request.headers),
  });
  if (signedIn.ok) return seeOther(next, { "set-cookie": await sessionCookie(signedIn.value) });
  const notice = problemNotice([{ ...signedIn.problem, field: "email" }], { email });
  return seeOther(await withNotice(`/sign-in?next=${encodeURIComponent(next)}`, notice, null));
}
