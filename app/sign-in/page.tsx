import { Button } from "@/app/_components/nhs/button";
import { Details } from "@/app/_components/nhs/details";
import { TextField } from "@/app/_components/nhs/text-field";
import { PageFrame } from "@/app/_components/page-frame";
import { identityProvider } from "@/app/_session/identity-provider";
import { readNotice } from "@/app/_session/notice";
import { fieldNotice, NoticeBanner } from "@/app/_session/notice-banner";
import { ownPath } from "@/app/_session/own-path";
import { demoSignIns } from "@/lib/services/operation/demo-sign-ins";
import { readSiteFacts } from "@/lib/services/published/site-facts";
import { currentSite } from "@/lib/services/site";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Signing in, by a plain form. The demo shows its people; nothing else does. */
export default async function SignIn({ searchParams }: Props) {
  const { next, notice: parameter, error } = await searchParams;
  const path = ownPath(typeof next === "string" ? next : null);
  const notice = await readNotice(typeof parameter === "string" ? parameter : undefined, null);
  const provider = identityProvider();
  const facts = await readSiteFacts();
  return (
    <PageFrame
      title={notice?.kind === "problem" ? "Error: Sign in" : "Sign in"}
      current="sign-in"
      synthetic={facts?.value.synthetic ?? false}
    >
      <NoticeBanner
        notice={
          error
            ? {
                kind: "problem",
                values: {},
                problems: [
                  {
                    code: "provider",
                    message: "Signing in with your organisation’s account did not succeed. Try again.",
                  },
                ],
              }
            : notice
        }
      />
      <h1 className="nhsuk-heading-l">Sign in</h1>
      <p>
        Signing in is for people who send or approve returns, members, planners and administrators. Published
        figures need no account.
      </p>
      <form action="/sign-in/password" method="post">
        <input type="hidden" name="next" value={path} />
        <TextField
          id="email"
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          required
          width={20}
          {...fieldNotice(notice, "email")}
        />
        <TextField
          id="password"
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          width={20}
        />
        <Button>Sign in</Button>
      </form>
      {provider ? (
        <p>
          <a href={`/api/auth/signin?callbackUrl=${encodeURIComponent(path)}`}>
            Sign in with {provider.name}
          </a>
        </p>
      ) : null}
      {currentSite().demo ? (
        <Details summary="This is a demonstration: who you can be" open>
          <ul className="nhsuk-list">
            {demoSignIns()
              .filter((line) => line.trim() !== "")
              .map((line) => (
                <li key={line}>{line.trim()}</li>
              ))}
          </ul>
        </Details>
      ) : null}
    </PageFrame>
  );
}
