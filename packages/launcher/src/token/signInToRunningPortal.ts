import { Failure } from '../report.ts';
import { answers } from '../world/answers.ts';
import { READINESS_PATH } from '../world/backend.ts';
import { localUrl } from '../world/environment.ts';
import { worldPorts } from '../world/ports.ts';
import { worldCommand } from '../world/worldCommand.ts';
import { readRunningWorld } from '../world/WorldLock.ts';
import { signIn } from './signIn.ts';

interface SignInToRunningPortalOptions {
  /** Where the portal keeps its state. */
  home: string;
  persona: string;
}

/** Finds the portal that `npm start` runs, and signs a persona in. */
export async function signInToRunningPortal({
  home,
  persona,
}: SignInToRunningPortalOptions): Promise<{
  portalUrl: string;
  token: string;
}> {
  const world = await readRunningWorld(home);
  if (!world) {
    throw new Failure('The portal is not running', {
      hint: `Start it with ${worldCommand({
        command: 'npm start',
        home,
      })}, and try again in a second terminal.`,
    });
  }
  const ports = worldPorts({ basePort: world.basePort, isDevelopment: false });
  const portalUrl = localUrl(ports.portal);
  if (!(await answers(`${portalUrl}${READINESS_PATH}`))) {
    throw new Failure('The portal is not ready yet', {
      hint: 'Try again when npm start has printed its address.',
    });
  }
  const token = await signIn({
    portalUrl,
    identityUrl: localUrl(ports.identity),
    persona,
  });
  return { portalUrl, token };
}
