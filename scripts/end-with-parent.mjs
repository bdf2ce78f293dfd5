// Preloaded into a server that was started by a script (node --import): when that script is gone, even by kill -9, the server
// shuts down as if it had been asked to.
const PATIENCE = 10_000; // milliseconds for a clean end

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE).unref();
});
process.channel?.unref();
