/** What was done, as people say it. */
const WORDS: Readonly<Record<string, string>> = {
  "collection.opened": "Opened a collection",
  "collection.closed": "Closed a collection",
  "part.received": "Sent a file",
  "part.removed": "Took a file out",
  "cells.corrected": "Corrected cells of a file",
  "warning.acknowledged": "Explained a warning",
  "return.restored": "Took up an earlier version again",
  "query.asked": "Asked about a return",
  "query.answered": "Answered in a question",
  "query.closed": "Closed a question",
  "collection.more-time": "Gave an organisation more time",
  "collection.reminded": "Sent reminders",
  "return.submitted": "Submitted a return",
  "return.nil-declared": "Sent a nil return",
  "return.approved": "Approved a return",
  "return.withdrawn": "Sent back or withdrew a return",
  "release.build-requested": "Asked for a release",
  "ledger.entered": "Entered decisions of disclosure that were taken before",
  "release.built": "Built a release",
  "release.sent-for-review": "Sent a release for review",
  "release.described": "Said what is new in a release",
  "release.sent-back": "Sent a release back from its review",
  "release.point-passed": "Read a point of a release’s checklist, or let it pass",
  "release.published": "Published a release",
  "release.withdrawn": "Withdrew a release",
  "person.added": "Added a person or a role",
  "person.login-linked": "Tied a login to a person",
  "person.removed": "Removed a person",
  "person.signed-in": "Signed in",
  "sign-in.refused": "Sign-in refused: a login that is tied to nobody",
  "sign-in.locked": "Sign-in locked after failed attempts",
};

/** An event's verb in words; one without words of its own as it is recorded. */
export const eventWords = (verb: string): string =>
  WORDS[verb] ?? verb.replace(".", ": ").replaceAll("-", " ");
