import type { RequestListener, Server } from "node:http";

export function createSiteServer(handler: RequestListener, quietMilliseconds?: number): Server;
