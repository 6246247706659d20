import { statusOf } from '../http/statusOf';
import { t } from '../translation';
import { isUnreachable } from './isUnreachable';

/**
 * What went wrong, in words for people. Where a backend answered with an error,
 * that is its sentence, not "Request failed with 403 Forbidden" around it.
 */
export function errorMessage(error: Error): string {
  const { message, cause } = error;
  if (isUnreachable(error)) {
    return t('errorMessage.atriumDidNotAnswerCheck');
  }
  if (statusOf(error) === 401) {
    return t('errorMessage.atriumDidNotAcceptYour');
  }
  return typeof cause === 'object' && cause !== null && 'message' in cause
    ? String(cause.message)
    : message;
}
