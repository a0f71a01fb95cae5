/** `npm start`: the demonstration site with the reference API, on one port. */
import { randomBytes } from 'node:crypto';
import { ConfigError, readConfig } from './config.ts';
import { startServer, type RunningServer } from './server.ts';
import { site } from './site.ts';

function explain(error: unknown, port: number): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    return `Port ${port} is in use; set PORT to another one, for example PORT=${port + 1}.`;
  return undefined;
}

/** The first signal lets requests finish; a second one, or ten seconds, ends the process at once. */
function stopOnSignal(server: RunningServer): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    await server.close();
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

let port = 0;
try {
  const config = readConfig(process.env);
  port = config.port;
  const staffPassword = config.staffPassword ?? randomBytes(9).toString('base64url');
  const server = await startServer({ ...config, staffPassword, site });
  console.log(`Foothold demonstration: ${server.url}/`);
  console.log(
    config.staffPassword
      ? `Received applications:   ${server.url}/staff (user staff, password from STAFF_PASSWORD)`
      : `Received applications:   ${server.url}/staff (user staff, password ${staffPassword})`,
  );
  stopOnSignal(server);
} catch (error) {
  console.error(explain(error, port) ?? error);
  process.exit(1);
}
