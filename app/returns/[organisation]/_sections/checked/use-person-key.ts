import { useEffect, useState } from "react";
import { keyFileText, keyFingerprint, keyOfFile } from "@/lib/returns/person-key-file";

/** The organisation's own key in this browser, or the decision to leave its column out. */
export type PersonKey = {
  key: Uint8Array | null;
  fingerprint: string | null;
  /** The text of a key that was made here, until the page is left. */
  made: string | null;
  leaveOut: boolean;
  remembered: boolean;
};

const NONE: PersonKey = { key: null, fingerprint: null, made: null, leaveOut: false, remembered: false };

const placeOf = (organisation: string) => `muster person key ${organisation}`;

/** A browser may be set to keep nothing: then nothing is remembered, and all else goes on. */
function stored(organisation: string): Uint8Array | null {
  try {
    const text = localStorage.getItem(placeOf(organisation));
    return text === null ? null : keyOfFile(Uint8Array.from(JSON.parse(text) as number[]));
  } catch {
    return null;
  }
}

function store(organisation: string, key: Uint8Array | null): void {
  try {
    if (key) localStorage.setItem(placeOf(organisation), JSON.stringify([...key]));
    else localStorage.removeItem(placeOf(organisation));
  } catch {
    // Nothing is kept, which is what this browser is set to.
  }
}

/** Makes, takes, remembers and forgets the key with which person keys are hashed before they leave. */
export function usePersonKey(organisation: string) {
  const [state, setState] = useState<PersonKey>(NONE);

  useEffect(() => {
    const key = stored(organisation);
    if (key) setState({ ...NONE, key, fingerprint: keyFingerprint(key), remembered: true });
  }, [organisation]);

  const having = (key: Uint8Array, made: string | null): PersonKey => ({
    ...NONE,
    key,
    fingerprint: keyFingerprint(key),
    made,
  });
  return {
    ...state,
    make(): Uint8Array {
      const made = keyFileText(crypto.getRandomValues(new Uint8Array(32)));
      const key = keyOfFile(new TextEncoder().encode(made)) as Uint8Array;
      setState(having(key, made));
      return key;
    },
    /** Takes the key of a file; null where it holds none. */
    async take(file: File): Promise<Uint8Array | null> {
      const key = keyOfFile(new Uint8Array(await file.slice(0, 8192).arrayBuffer()));
      if (key) setState(having(key, null));
      return key;
    },
    setLeaveOut: (leaveOut: boolean) => setState({ ...state, leaveOut }),
    remember(remembered: boolean) {
      store(organisation, remembered ? state.key : null);
      setState({ ...state, remembered });
    },
  };
}

export type PersonKeyInUse = ReturnType<typeof usePersonKey>;
