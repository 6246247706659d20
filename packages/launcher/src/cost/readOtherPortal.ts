import { Failure } from '../report.ts';

/** Where a portal is, and with what a command speaks to it. */
export interface PortalAccess {
  url: string;
  token: string;
}

/**
 * Reads from the environment which portal is meant, where it is not the one of
 * `npm start`. An empty variable counts as none.
 */
export function readOtherPortal(
  env: NodeJS.ProcessEnv,
): PortalAccess | undefined {
  const { ATRIUM_URL: url, ATRIUM_TOKEN: token } = env;
  if (url && token) {
    return { url: url.replace(/\/$/, ''), token };
  }
  if (url || token) {
    const [present, missing] = url
      ? ['ATRIUM_URL', 'ATRIUM_TOKEN']
      : ['ATRIUM_TOKEN', 'ATRIUM_URL'];
    throw new Failure(`${present} is set, but ${missing} is not`, {
      hint: 'Set both to send the file to another portal, or neither for that of npm start.',
    });
  }
  return undefined;
}
