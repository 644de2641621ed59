import NextAuth from "next-auth";
import { sentence } from "@/app/_session/form-answer";
import { providerOptions } from "@/app/_session/identity-provider";

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own addresses, for signing in through an identity provider; without one there are none. */
async function answer(request: Request, context: Context): Promise<Response> {
  const options = providerOptions();
  return options
    ? NextAuth(options)(request, context)
    : sentence(404, "No identity provider is set up here.");
}

export { answer as GET, answer as POST };
