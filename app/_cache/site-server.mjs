import { createServer } from "node:http";

/** So long may a connection be silent while its request is still coming: two minutes. */
const QUIET_MILLISECONDS = 120_000;

/**
 * A server that takes a request as long as it needs: a large file over a slow line may come for hours. Node would end it
 * after five minutes, however well it goes; instead one ends that has gone silent half-way. Its head has a minute, and
 * an answer may take as long as it does.
 */
export function createSiteServer(handler, quietMilliseconds = QUIET_MILLISECONDS) {
  const server = createServer({ requestTimeout: 0, headersTimeout: 60_000 }, handler);
  /** The request that each connection is busy with. */
  const underWay = new WeakMap();
  server.on("request", (request, response) => {
    const { socket } = request;
    underWay.set(socket, request);
    response.once("close", () => underWay.delete(socket));
  });
  server.timeout = quietMilliseconds;
  server.on("timeout", (socket) => {
    if (!underWay.get(socket)?.complete) socket.destroy();
  });
  return server;
}
