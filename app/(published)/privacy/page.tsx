import { SitePage } from "@/app/_components/published/site-page";

export const revalidate = false;
export const dynamic = "error";

export default function PrivacyRoute() {
  return (
    <SitePage title="Privacy">
      <h1 className="nhsuk-heading-xl">Privacy</h1>

      <h2>If you only read</h2>
      <p>
        Reading the public pages needs no account and sets no cookie. The pages load nothing from anyone else:
        no analytics, no fonts, no maps. Everyone gets the same page.
      </p>
      <p>
        One small script asks this site whether you are signed in, so that it can show your name at the top.
        Without a script everything else works.
      </p>

      <h2>If you sign in</h2>
      <p>
        One cookie keeps you signed in; it is deleted when you sign out. We keep your name, your email
        address, the roles you have been given, and a record of what you did to returns and releases: who
        submitted, approved and published what, and when. That record cannot be changed, and administrators
        can read it.
      </p>
      <p>
        When your account is ended, your name, your email address, your password and your roles are deleted,
        and you are signed out everywhere. What you did stays on record, as done by a former colleague.
      </p>

      <h2>The people in the returns</h2>
      <p>
        A return says of each post its role, pay band, hours, specialism and site, and of the person in it an
        age band. It has no names, dates of birth or staff numbers: a number that tells persons apart is
        scrambled with the organisation’s own key before it is sent, and a return with an unscrambled one is
        refused.
      </p>
      <p>
        Only the organisation’s own people see its returns. The administrators of a collection see who has
        answered, in which state, which rules spoke how often in a submitted version, and what is said in
        questions that they ask; they see no value, no line and no number of rows. What is published is
        rounded so that nobody can be recognised: <a href="/methods#rounding">how people are protected</a>.
      </p>

      <h2>Who is responsible</h2>
      <p>
        The body that runs this installation is the controller of what is in it. Ask it for what it holds
        about you, or for it to be put right.
      </p>
    </SitePage>
  );
}
