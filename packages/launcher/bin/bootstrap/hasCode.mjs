// @ts-check

/**
 * Whether an error is the one of the system that has this code.
 *
 * @param {unknown} error
 * @param {string} code
 */
export function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
