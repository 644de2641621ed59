import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Lets a page say with which status it is answered. The framework has only `notFound()` for that, which throws: what it
 * then sends is an empty document that a script fills, and nobody without JavaScript sees a word of it.
 *
 * The compiled application has its own copy of this file, so what they share is on `globalThis`.
 */
function requests() {
  globalThis[Symbol.for("muster.page-status")] ??= new AsyncLocalStorage();
  return globalThis[Symbol.for("muster.page-status")];
}

/**
 * A listener whose answers bear the status that their page gave with `answerWith`.
 * @param {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void} framework
 */
export function withPageStatus(framework) {
  return (request, response) => {
    const answer = { status: null };
    const { writeHead } = response;
    response.writeHead = (status, ...rest) => writeHead.call(response, answer.status ?? status, ...rest);
    return requests().run(answer, () => framework(request, response));
  };
}

/** The status of the page that is being made; it counts as long as nothing of the page has been sent. */
export function answerWith(status) {
  const answer = requests().getStore();
  if (answer) answer.status = status;
}
