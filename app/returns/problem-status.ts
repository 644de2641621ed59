/** The status of an answer that is a problem; a file that is read and refused is 422. */
const STATUSES: Record<string, number> = {
  "sign-in-needed": 401,
  "not-allowed": 403,
  mapping: 400,
  "no-such-file": 404,
  "not-asked": 404,
  "bytes-not-kept": 404,
  "collection-closed": 409,
  "not-approved": 404,
  "no-workload": 404,
  "no-codings": 404,
  "upload-in-progress": 409,
  "too-large": 413,
  "no-room": 507,
};

export const problemStatus = (code: string): number => STATUSES[code] ?? 422;
