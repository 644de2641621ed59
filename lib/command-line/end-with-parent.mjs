// Loaded into each process that `muster start` starts (node --import): it ends when its parent is gone, however the
// parent went, since the channel between them closes then. It may have closed before this was read.
process.on("disconnect", () => process.exit(1));
if (!process.connected) process.exit(1);
