import { Button } from "@/app/_components/nhs/button";
import type { ReturnView } from "@/lib/services/returns/read-return";

/** What still stands in the way of submitting, or the button that does it. */
export function Submit({ view }: { view: ReturnView }) {
  return (
    <section>
      <h2 id="submit">Submit</h2>
      {view.obstacles.length > 0 ? (
        <>
          <p>Before you can submit:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {view.obstacles.map(({ code, message, mend }) => (
              <li key={`${code} ${message}`}>
                {message} {mend}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>
            Look at{" "}
            <a href={`/returns/${view.organisation}/data?census=${view.census}`}>what your numbers say</a>{" "}
            first. Submitting makes these files a version that is never changed, and asks your approver to
            approve it.
          </p>
          <form action={`/returns/${view.organisation}/submit`} method="post">
            <input type="hidden" name="census" value={view.census} />
            <Button>Submit this return</Button>
          </form>
        </>
      )}
    </section>
  );
}
