import { refuseForeign, seeOther, withNotice } from "@/app/_session/form-answer";
import { endedSessionCookie } from "@/app/_session/session-cookie";

/** Signs out of this browser. */
export async function POST(request: Request): Promise<Response> {
  return (
    refuseForeign(request) ??
    seeOther(await withNotice("/sign-in", { kind: "done", message: "You are signed out." }, null), {
      "set-cookie": endedSessionCookie(),
    })
  );
}
