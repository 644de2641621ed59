/** Hands out stretches of one buffer of so many numbers, all nought: many small ones would each be asked of the system. */
export function stretches(length: number): (of: number) => Float64Array<ArrayBuffer> {
  const buffer = new ArrayBuffer(8 * length);
  let from = 0;
  return (of) => {
    const made = new Float64Array(buffer, 8 * from, of);
    from += of;
    return made;
  };
}
