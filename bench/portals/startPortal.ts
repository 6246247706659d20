import { startBackend } from '@atrium/launcher/src/world/backend.ts';
import type { Portal } from './Portal.ts';
import type { StartClock } from './StartClock.ts';

/** Starts a portal exactly as `npm start` does it. */
export async function startPortal(
  { root, appFolder, program, home, ports, env }: Portal,
  clock: StartClock,
): Promise<void> {
  await startBackend({
    supervisor: clock,
    root,
    appFolder,
    program,
    home,
    ports,
    env: { ...process.env, ...env },
  });
}
