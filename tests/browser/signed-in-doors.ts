import { readdirSync } from "node:fs";
import { CENSUS } from "./journey-files";
import type { Owner } from "./journey-people";

/** A way in: a page, or an address that a form, a link or a script of a page asks for. */
export type Door = { method: "GET" | "POST" | "PUT"; path: string; form?: Record<string, string> };

/** What an organisation has, for addresses that name it. */
export type Things = { organisation: string; partId: string; submission: string; board: string };

/** Every page and route handler behind sign-in, by its file, and how one would come in by it. */
export const DOORS: Record<string, (things: Things) => Door> = {
  "returns/page.tsx": () => get("/returns"),
  "returns/[organisation]/page.tsx": ({ organisation }) => get(`/returns/${organisation}`),
  "returns/[organisation]/data/page.tsx": ({ organisation }) => get(`/returns/${organisation}/data`),
  "returns/[organisation]/seen/page.tsx": ({ organisation }) => get(`/returns/${organisation}/seen`),
  "returns/[organisation]/difference/page.tsx": ({ organisation }) =>
    get(`/returns/${organisation}/difference`),
  "returns/[organisation]/difference/csv/route.ts": ({ organisation }) =>
    get(`/returns/${organisation}/difference/csv?census=${CENSUS}`),
  "returns/[organisation]/history/page.tsx": ({ organisation }) => get(`/returns/${organisation}/history`),
  "returns/[organisation]/findings/[partId]/page.tsx": ({ organisation, partId }) =>
    get(`/returns/${organisation}/findings/${partId}`),
  "returns/[organisation]/findings/[partId]/csv/route.ts": ({ organisation, partId }) =>
    get(`/returns/${organisation}/findings/${partId}/csv`),
  "returns/[organisation]/findings/[partId]/annotated/route.ts": ({ organisation, partId }) =>
    get(`/returns/${organisation}/findings/${partId}/annotated`),
  "returns/[organisation]/findings/[partId]/correct/route.ts": ({ organisation, partId }) =>
    post(`/returns/${organisation}/findings/${partId}/correct`, {
      code: "required",
      position: "1",
      line: "2",
      to: "x",
    }),
  "returns/[organisation]/files/[partId]/route.ts": ({ organisation, partId }) =>
    get(`/returns/${organisation}/files/${partId}`),
  "returns/[organisation]/preview/page.tsx": ({ organisation }) => get(`/returns/${organisation}/preview`),
  "returns/[organisation]/start/[file]/route.ts": ({ organisation }) =>
    get(`/returns/${organisation}/start/workforce.csv?census=${CENSUS}`),
  "returns/[organisation]/try/[kind]/[file]/route.ts": ({ organisation }) =>
    get(`/returns/${organisation}/try/clean/workforce.csv`),
  "returns/[organisation]/findings/[partId]/acknowledge/route.ts": ({ organisation, partId }) =>
    post(`/returns/${organisation}/findings/${partId}/acknowledge`, { code: "x", "reason-x": "Because." }),
  "returns/[organisation]/parts/[part]/route.ts": ({ organisation }) => ({
    method: "PUT",
    path: `/returns/${organisation}/parts/workforce?census=${CENSUS}`,
  }),
  "returns/[organisation]/upload/route.ts": ({ organisation }) =>
    post(`/returns/${organisation}/upload`, { census: CENSUS }),
  "returns/[organisation]/remove/route.ts": ({ organisation }) =>
    post(`/returns/${organisation}/remove`, { census: CENSUS, part: "workforce", unit: "" }),
  "returns/[organisation]/submit/route.ts": ({ organisation }) =>
    post(`/returns/${organisation}/submit`, { census: CENSUS }),
  "returns/[organisation]/nil/route.ts": ({ organisation }) =>
    post(`/returns/${organisation}/nil`, { census: CENSUS, reason: "none" }),
  "returns/[organisation]/approve/route.ts": ({ organisation, submission }) =>
    post(`/returns/${organisation}/approve`, { census: CENSUS, submission }),
  "returns/[organisation]/send-back/route.ts": ({ organisation, submission }) =>
    post(`/returns/${organisation}/send-back`, { census: CENSUS, submission, sendBackReason: "Because." }),
  "returns/[organisation]/given-back/[file]/route.ts": ({ organisation }) =>
    get(`/returns/${organisation}/given-back/risk-register.txt?census=${CENSUS}`),
  "returns/[organisation]/sums/[partId]/page.tsx": ({ organisation, partId }) =>
    get(`/returns/${organisation}/sums/${partId}`),
  "returns/[organisation]/sums/[partId]/csv/route.ts": ({ organisation, partId }) =>
    get(`/returns/${organisation}/sums/${partId}/csv`),
  "returns/[organisation]/restore/route.ts": ({ organisation, submission }) =>
    post(`/returns/${organisation}/restore`, { census: CENSUS, submission, giveUpDraft: "yes" }),
  "returns/[organisation]/queries/page.tsx": ({ organisation }) => get(`/returns/${organisation}/queries`),
  "returns/[organisation]/queries/ask/route.ts": ({ organisation }) =>
    post(`/returns/${organisation}/queries/ask`, { census: CENSUS, code: "", text: "What is this?" }),
  "returns/[organisation]/queries/answer/route.ts": ({ organisation, submission }) =>
    post(`/returns/${organisation}/queries/answer`, { census: CENSUS, query: submission, text: "It is." }),
  "returns/[organisation]/queries/close/route.ts": ({ organisation, submission }) =>
    post(`/returns/${organisation}/queries/close`, { census: CENSUS, query: submission }),
  "returns/[organisation]/check-context/route.ts": ({ organisation }) =>
    get(`/returns/${organisation}/check-context?census=${CENSUS}`),
  "returns/[organisation]/person-key/route.ts": ({ organisation }) => ({
    method: "PUT",
    path: `/returns/${organisation}/person-key?fingerprint=${"0".repeat(16)}`,
  }),
  "returns/[organisation]/mapping/page.tsx": ({ organisation }) => get(`/returns/${organisation}/mapping`),
  "returns/[organisation]/mapping/file/route.ts": ({ organisation }) =>
    get(`/returns/${organisation}/mapping/file`),
  "returns/[organisation]/mapping/save/route.ts": ({ organisation }) =>
    post(`/returns/${organisation}/mapping/save`, { census: CENSUS }),
  "returns/[organisation]/mapping/take/route.ts": ({ organisation }) =>
    post(`/returns/${organisation}/mapping/take`, { census: CENSUS }),
  "admin/collections/[census]/remind/route.ts": () => post(`/admin/collections/${CENSUS}/remind`, {}),
  "admin/collections/[census]/[organisation]/page.tsx": ({ organisation }) =>
    get(`/admin/collections/${CENSUS}/${organisation}`),
  "admin/collections/[census]/[organisation]/ask/route.ts": ({ organisation }) =>
    post(`/admin/collections/${CENSUS}/${organisation}/ask`, { census: CENSUS, code: "", text: "Why?" }),
  "admin/collections/[census]/[organisation]/answer/route.ts": ({ organisation, submission }) =>
    post(`/admin/collections/${CENSUS}/${organisation}/answer`, {
      census: CENSUS,
      query: submission,
      text: "So.",
    }),
  "admin/collections/[census]/[organisation]/close/route.ts": ({ organisation, submission }) =>
    post(`/admin/collections/${CENSUS}/${organisation}/close`, { census: CENSUS, query: submission }),
  "admin/collections/[census]/[organisation]/more-time/route.ts": ({ organisation }) =>
    post(`/admin/collections/${CENSUS}/${organisation}/more-time`, {
      "until-day": "1",
      "until-month": "1",
      "until-year": "2027",
      why: "Because.",
    }),
  "members/[code]/page.tsx": ({ board }) => get(`/members/${board}`),
  "admin/page.tsx": () => get("/admin"),
  "admin/audit/page.tsx": () => get("/admin/audit"),
  "admin/people/page.tsx": () => get("/admin/people"),
  "admin/releases/page.tsx": () => get("/admin/releases"),
  "admin/collections/[census]/page.tsx": () => get(`/admin/collections/${CENSUS}`),
  "admin/collections/[census]/close/route.ts": () => post(`/admin/collections/${CENSUS}/close`, {}),
  "admin/collections/open/route.ts": () =>
    post("/admin/collections/open", { "census-day": "31", "census-month": "3", "census-year": "2027" }),
  "admin/people/add/route.ts": () =>
    post("/admin/people/add", {
      name: "Eve",
      email: "eve@example.org",
      role: "administrator",
      organisation: "",
    }),
  "admin/releases/build/route.ts": () => post("/admin/releases/build", { census: CENSUS }),
  "admin/releases/[number]/page.tsx": () => get("/admin/releases/1"),
  "admin/releases/[number]/changes/route.ts": () => get("/admin/releases/2/changes"),
  "admin/releases/[number]/review/route.ts": () => post("/admin/releases/2/review", { about: "New." }),
  "admin/releases/[number]/back/route.ts": () => post("/admin/releases/2/back", { reason: "Because." }),
  "admin/releases/[number]/pass/route.ts": () => post("/admin/releases/2/pass", { item: "changes-unread" }),
  "admin/releases/[number]/withdraw/route.ts": () =>
    post("/admin/releases/2/withdraw", { reason: "Because." }),
  "admin/releases/publish/route.ts": () => post("/admin/releases/publish", { number: "2" }),
};

/** What is open to anyone, signed in or not. */
export const OPEN = ["returns/templates/[file]/route.ts"];

function get(path: string): Door {
  return { method: "GET", path };
}

function post(path: string, form: Record<string, string>): Door {
  return { method: "POST", path, form };
}

/** The files that are pages or route handlers behind sign-in. */
export const doorFiles = (): string[] =>
  ["returns", "admin", "members"].flatMap((folder) =>
    readdirSync(`app/${folder}`, { recursive: true, encoding: "utf8" })
      .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
      .map((file) => `${folder}/${file}`),
  );

/** What an organisation that has returned has at the open census. */
export async function thingsOf(owner: Owner, organisation: string): Promise<Things> {
  const [found] = await owner.rows<Things>(
    `SELECT s.organisation, s.id AS submission, sp.part_id AS "partId",
       (SELECT parent FROM published.place WHERE code = $1 ORDER BY release DESC LIMIT 1) AS board
     FROM intake.submission s JOIN intake.submission_part sp ON sp.submission_id = s.id
     JOIN intake.return r ON r.id = s.return_id WHERE s.organisation = $1 AND r.census = $2 LIMIT 1`,
    [organisation, CENSUS],
  );
  if (!found) throw new Error(`${organisation} has returned nothing`);
  return found;
}
