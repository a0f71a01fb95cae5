/**
 * The reference API on a database that has its listings, in a process of its own, so that its memory is nobody
 * else's. Says where it serves; then, whenever it is asked, the most memory that it has had, in bytes.
 */
import { startServer } from '../../demo/server/server.ts';

const databaseUrl = process.env['DATABASE_URL'] ?? '';
const server = await startServer({ databaseUrl, limits: 'off', seed: false });
process.send?.(server.url);
process.on('message', () => process.send?.(process.resourceUsage().maxRSS * 1024));
process.on('disconnect', () => void server.close());
