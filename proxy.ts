import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "./app/_session/content-policy";

/**
 * Gives each signed-in page a policy with a nonce of its own, which Next takes from the request. Published pages do not
 * come here (they carry the policy they were stored with), and neither do uploads, whose bodies would be cut off.
 */
export const config = {
  matcher: [
    "/sign-in",
    "/returns",
    "/returns/((?!.+/(?:upload|parts)(?:/|$)).*)",
    "/admin/:path*",
    "/members/:path*",
  ],
};

export function proxy(request: NextRequest): NextResponse {
  const policy = contentPolicy(randomBytes(16).toString("base64"), process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}
