import { isRecord } from '@atrium/common';
import { statusOf } from '../http/statusOf';
import { readField } from '../language/readMessage';
import { t } from '../translation';
import { isUnreachable } from './isUnreachable';

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
  return isRecord(cause) && 'message' in cause
    ? readField({ ...cause, message: String(cause.message) }, 'message')
    : message;
}
