/**
 * Milliseconds of processor time that `work` takes of this process: unlike a clock on the wall it stands still while a
 * busy machine runs something else.
 */
export async function effort(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
