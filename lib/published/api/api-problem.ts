/** Why a question has no answer, for programs (RFC 9457) and people. */
export type ApiProblem = {
  status: 400 | 404 | 410;
  code: "no-such-address" | "no-such-parameter" | "bad-value" | "not-found" | "release-withdrawn";
  detail: string;
  /** What there is instead, where it can be listed. */
  exists?: readonly string[];
};

export const PROBLEM_TITLES: Readonly<Record<ApiProblem["code"], string>> = {
  "no-such-address": "There is nothing at this address",
  "no-such-parameter": "There is no such parameter",
  "bad-value": "A parameter has a value that it does not take",
  "not-found": "There is no such thing",
  "release-withdrawn": "The release has been withdrawn",
};

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** The body of an answer of kind `application/problem+json`. */
export const problemBody = (problem: ApiProblem, instance: string) => ({
  type: `/data/api#${problem.code}`,
  title: PROBLEM_TITLES[problem.code],
  status: problem.status,
  detail: problem.detail,
  instance,
  ...(problem.exists ? { exists: problem.exists } : {}),
});
