import { Details } from "@/app/_components/nhs/details";
import type { SignedIn } from "@/app/_session/current-viewer";
import { may } from "@/lib/access/rights";
import { formatDate } from "@/lib/format/date";
import { formatCount } from "@/lib/format/number";
import { saidAnew } from "@/lib/returns/next-year";
import type { ReturnView } from "@/lib/services/returns/read-return";
import { startsFromLastYear } from "@/lib/services/returns/start-from-last-year";
import { currentSite } from "@/lib/services/site";
import { returnHref } from "../../search-params";
import { partTitle } from "./upload-parts";

/** Last year's rows to begin with, for each part that is not sent yet. Nothing where there are none. */
export async function StartFromLastYear({ view, viewer }: { view: ReturnView; viewer: SignedIn }) {
  const { organisation, census, draft } = view;
  const read = await startsFromLastYear(currentSite(), viewer, { organisation, census });
  if (!read.ok || read.value.census === null) return null;
  const files = read.value.files.filter(
    ({ part, serviceUnit }) =>
      !draft.some((sent) => sent.part === part) && may(viewer, "upload a file", organisation, serviceUnit),
  );
  if (files.length === 0) return null;
  const parts = [...new Set(files.map(({ part }) => part))];
  return (
    <section>
      <h2 id="start">Start from last year</h2>
      <p>
        These files hold the rows that were approved at the census of {formatDate(read.value.census)}, with
        the new dates. Bring them up to date, save them as CSV, and upload them below.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {files.map(({ part, serviceUnit, rows }) => (
          <li key={`${part} ${serviceUnit}`}>
            <a
              href={`${returnHref(organisation, census, `/start/${part}.csv`)}${serviceUnit ? `&unit=${encodeURIComponent(serviceUnit)}` : ""}`}
              download
            >
              Start {partTitle(part).toLowerCase()}
              {serviceUnit ? ` of ${serviceUnit}` : ""} from last year’s rows
            </a>{" "}
            ({formatCount(rows)} {rows === 1 ? "row" : "rows"})
          </li>
        ))}
      </ul>
      <Details summary="What is left blank for you to say anew">
        <ul className="nhsuk-list nhsuk-list--bullet">
          {parts.map((part) => (
            <li key={part}>
              {partTitle(part)}:{" "}
              {saidAnew(part)
                .map(({ title }) => title.toLowerCase())
                .join(", ")}
              .
              {part === "workforce"
                ? " Ages are last year’s: move on whoever has reached the next age band. Leave out who left, and add who joined."
                : null}
              {part === "devices" ? " Devices at the start are last year’s at the end." : null}
              {part === "assets" ? " Devices that were out of use last year are left out." : null}
            </li>
          ))}
        </ul>
        <p>
          Joiners and leavers start empty: they are what happened in the year. A person’s key stays hashed as
          it was, so the same person is found again.
        </p>
      </Details>
    </section>
  );
}
