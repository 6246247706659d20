import { errorMessage, isUnreachable, statusOf } from '@atrium/ui';
import { t } from '../../translation';

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
        title: t('toCrash.atriumWasUpdated'),
        text: t('toCrash.thisPageIsFromThe'),
      };
    case 'unreachable':
      return {
        cause,
        title: t('toCrash.atriumCannotBeReached'),
        text: t('toCrash.checkYourNetworkOrVpn'),
      };
    case 'signed-out':
      return {
        cause,
        title: t('toCrash.yourSessionHasEnded'),
        text: t('toCrash.reloadThePageToSign'),
      };
    case 'forbidden':
      return {
        cause,
        title: t('toCrash.youMayNotSeeThis'),
        text: errorMessage(error),
      };
    case 'failed':
      return {
        cause,
        title: t('toCrash.thisPartOfAtriumHas'),
        text: t('toCrash.theRestOfThePortal'),
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
