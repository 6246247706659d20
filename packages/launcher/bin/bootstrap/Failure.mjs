// @ts-check

/**
 * An error that a person can act on: one clear line, what to do about it, and
 * where it helps the last lines of a log. It is shown without a stack.
 */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {{ hint?: string, details?: string, cause?: unknown }} [options]
   */
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.name = 'Failure';
    this.hint = options.hint;
    this.details = options.details;
  }
}

/**
 * Prints an error the way the launcher shows errors.
 *
 * @param {unknown} error
 */
export function printFailure(error) {
  if (!(error instanceof Failure)) {
    const known = explainSystemError(error);
    if (known) {
      printFailure(known);
      return;
    }
    process.stderr.write(
      `✖ ${
        error instanceof Error ? error.stack ?? error.message : String(error)
      }\n`,
    );
    return;
  }
  if (error.details) {
    process.stderr.write(`${indent(error.details)}\n`);
  }
  process.stderr.write(`✖ ${error.message}\n`);
  if (error.hint) {
    process.stderr.write(`${indent(error.hint)}\n`);
  }
}

/**
 * Turns the errors of a full or locked disk into a sentence.
 *
 * @param {unknown} error
 */
function explainSystemError(error) {
  if (!(error instanceof Error) || !('code' in error)) {
    return undefined;
  }
  const path = 'path' in error && error.path ? ` at ${error.path}` : '';
  switch (error.code) {
    case 'ENOSPC':
      return new Failure(`The disk is full${path}`, {
        hint: 'Free some space and run the command again; nothing is lost.',
      });
    case 'EACCES':
    case 'EPERM':
      return new Failure(`No permission to read or write${path}`, {
        hint: 'The folder may belong to another user, for example after a run as root.\nAnother one for the state: npm start -- --home DIR',
      });
    case 'EROFS':
      return new Failure(`The file system${path} is read-only`, {
        hint: 'Choose a writable folder for the state: npm start -- --home DIR',
      });
    default:
      return undefined;
  }
}

/** @param {string} text */
function indent(text) {
  return text
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n');
}
