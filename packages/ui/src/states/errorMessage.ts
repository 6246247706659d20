/**
 * What went wrong, in words for people. Where a backend answered with an error,
 * that is its sentence, not "Request failed with 403 Forbidden" around it.
 */
export function errorMessage({ message, cause }: Error): string {
  return typeof cause === 'object' && cause !== null && 'message' in cause
    ? String(cause.message)
    : message;
}
