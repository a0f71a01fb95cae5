/** Time that a computation takes by itself. */

/** Milliseconds that this thread has computed while `run` ran: what else runs on the machine is not in it. */
export async function computing(run: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
