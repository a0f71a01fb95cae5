/** What staff see of the received applications. */
import { demoServer } from './demo-server.ts';

export async function asStaff(path: string): Promise<Response> {
  const { url, staffPassword } = await demoServer();
  const credentials = Buffer.from(`staff:${staffPassword}`).toString('base64');
  return await fetch(url + path, { headers: { Authorization: `Basic ${credentials}` } });
}
