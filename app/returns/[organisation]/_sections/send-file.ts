type Sent = { ok: true } | { ok: false; text: string };

type Sending = {
  address: string;
  file: Blob;
  signal: AbortSignal;
  onProgress: (bytes: number) => void;
};

const CUT =
  "The connection was cut before the file had been received, so nothing of it was stored. Send it again.";
const STOPPED = "You stopped the upload, so nothing of this file was stored.";
/** Once the last byte has gone, only the answer could have said whether it was stored. */
const UNANSWERED =
  "The file was sent, and no answer came, so it may have been stored or not. Open the return again to see, and send it again if it is not there.";

/** What stands between the browser and us, a proxy for example, answers in no words of ours. */
const refused = (status: number) =>
  status === 413
    ? "The file is larger than this address takes, so nothing of it was stored. Tell whoever runs Muster."
    : `The file was not taken, and the answer says only “status ${status}”. Open the return again to see what is stored, then send it again; tell whoever runs Muster if it stays so.`;

/** Sends a file as the whole body of a PUT. XMLHttpRequest, since only it says how much has been sent. */
export function sendFile({ address, file, signal, onProgress }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.responseType = "json";
    request.setRequestHeader("content-type", "text/csv");
    request.setRequestHeader("accept", "application/json");
    let allGone = false;
    request.upload.addEventListener("load", () => {
      allGone = true;
    });
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) return resolve({ ok: true });
      const problem = request.response?.problem as { message: string; mend?: string } | undefined;
      resolve({
        ok: false,
        text: problem ? [problem.message, problem.mend].filter(Boolean).join(" ") : refused(request.status),
      });
    });
    const ended = (text: string) => () => resolve({ ok: false, text: allGone ? UNANSWERED : text });
    request.addEventListener("error", ended(CUT));
    request.addEventListener("abort", ended(STOPPED));
    if (signal.aborted) return resolve({ ok: false, text: "You stopped before this file was sent." });
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
