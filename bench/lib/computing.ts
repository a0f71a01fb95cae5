/** Time that a computation takes by itself. */

/** Milliseconds that this thread has computed while `run` ran: what else runs on the machine is not in it. */
export async function computing(run: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await run();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The thread's clock goes in steps of some milliseconds; what is shorter is done so long. */
const LONG_ENOUGH = 100;

/** The same for what may be short: it is done as often as it takes for the clock to tell. */
export async function computingOnce(run: () => unknown): Promise<number> {
  for (let times = 1; ; times *= 2) {
    const all = await computing(async () => {
      for (let turn = 0; turn < times; turn++) await run();
    });
    if (all >= LONG_ENOUGH) return all / times;
  }
}
