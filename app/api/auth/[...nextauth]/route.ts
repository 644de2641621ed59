import NextAuth from "next-auth";
import { seeOther, sentence } from "@/app/_session/form-answer";
import { providerOptions } from "@/app/_session/identity-provider";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses, for signing in through an identity provider; without one there are none. */
async function answer(request: Request, context: Context): Promise<Response> {
  const options = providerOptions();
  // next-auth shows what went wrong on its own sign-in page; ours says it in our words.
  const { pathname, searchParams } = new URL(request.url);
  if (options && pathname.endsWith("/signin") && searchParams.has("error"))
    return seeOther("/sign-in?error=provider");
  return options
    ? NextAuth(options)(request, context)
    : sentence(404, "No identity provider is set up here.");
}

export { answer as GET, answer as POST };
