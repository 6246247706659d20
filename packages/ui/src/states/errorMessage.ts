import { statusOf } from '../http/statusOf';
import { isUnreachable } from './isUnreachable';

/**
 * What went wrong, in words for people. Where a backend answered with an error,
 * that is its sentence, not "Request failed with 403 Forbidden" around it.
 */
export function errorMessage(error: Error): string {
  const { message, cause } = error;
  if (isUnreachable(error)) {
    return 'Atrium did not answer. Check your network or VPN, then try again.';
  }
  if (statusOf(error) === 401) {
    return 'Atrium did not accept your session. Reload the page, and sign in again if it asks.';
  }
  return typeof cause === 'object' && cause !== null && 'message' in cause
    ? String(cause.message)
    : message;
}
