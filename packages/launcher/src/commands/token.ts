import { parseTokenArguments } from '../arguments.ts';
import { Failure } from '../report.ts';
import { signIn } from '../token/signIn.ts';
import { answers } from '../world/answers.ts';
import { READINESS_PATH } from '../world/backend.ts';
import { localUrl } from '../world/environment.ts';
import { worldPorts } from '../world/ports.ts';
import { readRunningWorld } from '../world/WorldLock.ts';

/** Prints a Backstage token of a persona and nothing else. */
export async function tokenCommand(args: string[]): Promise<number> {
  const { persona = '', home } = parseTokenArguments(args);
  const world = await readRunningWorld(home);
  if (!world) {
    throw new Failure('The portal is not running', {
      hint: 'Start it with npm start, and ask for the token in a second terminal.',
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
  process.stdout.write(`${token}\n`);
  return 0;
}
