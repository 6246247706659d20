import { isRecord } from '@atrium/common';
import { statusOf } from '../http/statusOf';
import { readField } from '../language/readMessage';
import { t } from '../translation';
import { isUnreachable } from './isUnreachable';

/** What stands where a backend has nothing to say to people. */
const NO_WORDS = /^(an )?internal (server )?error( occurred)?\.?$/i;
const NO_REFUSAL = /^(unauthorized|forbidden|permission denied)?\.?$/i;

/** How the words begin of an answer that no backend gave, such as a page of a proxy. */
const NO_BACKEND = /^Request failed with status /;

/**
 * What went wrong, in words for people. Where a backend answered with an error,
 * that is its sentence, not "Request failed with 403 Forbidden" around it, in the
 * language of the page where the backend says what it is made of.
 */
export function errorMessage(error: Error): string {
  const { message, cause } = error;
  if (isUnreachable(error)) {
    return t('errorMessage.atriumDidNotAnswerCheck');
  }
  if (statusOf(error) === 401) {
    return t('errorMessage.atriumDidNotAcceptYour');
  }
  if (!isRecord(cause) || !('message' in cause)) {
    return message;
  }
  const words = String(cause.message);
  if (NO_WORDS.test(words) || NO_BACKEND.test(words)) {
    return t('errorMessage.atriumCouldNotDoThis');
  }
  if (statusOf(error) === 403 && NO_REFUSAL.test(words)) {
    return t('errorMessage.askForAccess');
  }
  return readField({ ...cause, message: words }, 'message');
}
