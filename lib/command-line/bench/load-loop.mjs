// Asks for one address over so many connections at once, each asking again as soon as it has its answer, for so many
// seconds, and prints what it counted as JSON. A program of its own, so that what it costs is not the measured
// server's, and on plain sockets, so that it costs little beside the server on a small machine.
//
//   node load-loop.mjs '{"url":"http://127.0.0.1:3000/","connections":16,"seconds":3,"headers":{}}'
import { connect } from "node:net";
import { performance } from "node:perf_hooks";

const { url, connections, seconds, headers = {} } = JSON.parse(process.argv[2]);
const { hostname, port, pathname, host } = new URL(url);
const lines = Object.entries({ Host: host, Connection: "keep-alive", ...headers }).map(
  ([name, value]) => `${name}: ${value}`,
);
const request = `GET ${pathname} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;

const milliseconds = [];
const problems = new Map();
const end = performance.now() + seconds * 1000;
const began = performance.now();
await Promise.all(Array.from({ length: connections }, askUntilTheEnd));
const took = (performance.now() - began) / 1000;

milliseconds.sort((a, b) => a - b);
const quantile = (share) =>
  milliseconds[Math.min(milliseconds.length - 1, Math.floor(share * milliseconds.length))] ?? null;
process.stdout.write(
  JSON.stringify({
    requestsPerSecond: milliseconds.length / took,
    p50: quantile(0.5),
    p99: quantile(0.99),
    problems: Object.fromEntries(problems),
  }),
);

function problem(what) {
  problems.set(what, (problems.get(what) ?? 0) + 1);
}

function askUntilTheEnd() {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.setNoDelay(true);
    let asked = 0;
    let answer = newAnswer();
    const ask = () => {
      answer = newAnswer();
      asked = performance.now();
      socket.write(request);
    };
    socket.on("connect", ask);
    socket.on("data", (piece) => {
      answer.pieces.push(piece);
      answer.length += piece.length;
      if (!isWhole(answer)) return;
      if (answer.status === 200) milliseconds.push(performance.now() - asked);
      else problem(`status ${answer.status}`);
      if (performance.now() < end) ask();
      else socket.end();
    });
    socket.on("error", (error) => problem(error.code ?? error.message));
    socket.on("close", () => {
      if (performance.now() < end) problem("closed early");
      resolve();
    });
  });
}

function newAnswer() {
  return { pieces: [], length: 0, status: 0, headEnd: -1, wanted: Number.NaN };
}

/** Whether the answer has arrived whole: by its content-length, or by the last chunk of a chunked one. */
function isWhole(answer) {
  if (answer.headEnd < 0) {
    const text = Buffer.concat(answer.pieces);
    answer.headEnd = text.indexOf("\r\n\r\n");
    if (answer.headEnd < 0) return false;
    const head = text.toString("latin1", 0, answer.headEnd);
    answer.status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head);
    answer.wanted = length ? answer.headEnd + 4 + Number(length[1]) : Number.NaN;
    if (!length && !/\r\ntransfer-encoding: *chunked/i.test(head)) answer.wanted = answer.headEnd + 4;
  }
  if (!Number.isNaN(answer.wanted)) return answer.length >= answer.wanted;
  const last = answer.pieces.at(-1);
  const tail = last.length >= 5 || answer.pieces.length === 1 ? last : Buffer.concat(answer.pieces.slice(-3));
  return tail.subarray(-5).toString("latin1") === "0\r\n\r\n";
}
