import type { IncomingMessage, ServerResponse } from "node:http";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export function withPageStatus(framework: Listener): Listener;

export function answerWith(status: number): void;
