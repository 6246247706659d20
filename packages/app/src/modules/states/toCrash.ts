import { errorMessage, isUnreachable, statusOf } from '@atrium/ui';

/** Why a page, or a part of one, cannot be shown. */
export type CrashCause =
  | 'forbidden'
  | 'unreachable'
  | 'outdated'
  | 'signed-out'
  | 'failed';

/** What a person needs to know about an error that no view caught. */
export interface Crash {
  cause: CrashCause;
  title: string;
  text: string;
}

const OUTDATED =
  /loading (css )?chunk|dynamically imported module|importing a module script/i;

/** Says what happened and what is safe, by what kind of error it was. */
export function toCrash(error: Error): Crash {
  const cause = causeOf(error);
  switch (cause) {
    case 'outdated':
      return {
        cause,
        title: 'Atrium was updated',
        text: 'This page is from the version before. Reload it to go on; what you saved is kept.',
      };
    case 'unreachable':
      return {
        cause,
        title: 'Atrium cannot be reached',
        text: 'Check your network or VPN, then try again. Nothing that you saved is lost.',
      };
    case 'signed-out':
      return {
        cause,
        title: 'Your session has ended',
        text: 'Reload the page to sign in again. Nothing that you saved is lost.',
      };
    case 'forbidden':
      return {
        cause,
        title: 'You may not see this',
        text: errorMessage(error),
      };
    case 'failed':
      return {
        cause,
        title: 'This part of Atrium has failed',
        text: 'The rest of the portal works, and what you saved is kept. Try again; if it fails again, send the details to the people who run the portal.',
      };
    default:
      throw new Error(`Unknown cause '${cause satisfies never}'`);
  }
}

function causeOf(error: Error): CrashCause {
  const status = statusOf(error);
  if (error.name === 'ChunkLoadError' || OUTDATED.test(error.message)) {
    return 'outdated';
  }
  if (isUnreachable(error)) {
    return 'unreachable';
  }
  if (status === 401 || error.name === 'AuthenticationError') {
    return 'signed-out';
  }
  return status === 403 || error.name === 'NotAllowedError'
    ? 'forbidden'
    : 'failed';
}
