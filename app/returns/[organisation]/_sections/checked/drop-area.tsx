import { type ChangeEvent, type DragEvent, useEffect, useState } from "react";

/** Where files are dropped, or chosen several at once. Files dropped beside it count too, so that none is opened. */
export function DropArea({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const holdsFiles = (event: globalThis.DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const drag = (event: globalThis.DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    };
    const drop = (event: globalThis.DragEvent) => {
      if (!holdsFiles(event) || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener("dragover", drag);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("dragover", drag);
      document.removeEventListener("drop", drop);
    };
  }, [onFiles]);

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const { files } = event.currentTarget;
    if (files?.length) onFiles([...files]);
    event.currentTarget.value = "";
  }
  const entered = (event: DragEvent) => setOver(event.type === "dragenter");

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the mouse does here, the field inside does by keyboard
    <div
      className={over ? "muster-drop muster-drop--over muster-scripted" : "muster-drop muster-scripted"}
      onDragEnter={entered}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) entered(event);
      }}
    >
      <label className="nhsuk-label nhsuk-label--s" htmlFor="files-of-all-parts">
        Drop your files here, or choose several at once
      </label>
      <div className="nhsuk-hint" id="files-of-all-parts-hint">
        Which part each file is shows from its header. They are checked here, in your browser; nothing leaves
        it before you press Send.
      </div>
      <input
        className="nhsuk-file-upload__input muster-file"
        id="files-of-all-parts"
        type="file"
        multiple
        accept=".csv,text/csv"
        aria-describedby="files-of-all-parts-hint"
        onChange={choose}
      />
    </div>
  );
}
