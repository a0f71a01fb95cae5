/** What staff see of the received applications. */
import { demoServer } from './demo-server.ts';

export async function asStaff(path: string): Promise<Response> {
  const { url, staffAuthorization } = await demoServer();
  return await fetch(url + path, { headers: { Authorization: staffAuthorization } });
}
