import {
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { currentRequest } from '../requests/requestScope';

/** As `pg` says it, and PostgreSQL when it is shut down or starts. */
const LOST =
  /^(Query read timeout|Connection terminated|Client was closed|Client has encountered a connection error)/;
const LOST_CODES = [
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
];

/** Text that is none of its type, such as a UUID, and the character NUL. */
const VALUE_CODES = ['22P02', '22P05', '22021'];

const UNAVAILABLE_MESSAGE =
  'The database does not answer. What was saved before is safe; try again in a minute';
const VALUE_MESSAGE =
  'The request contains a value that cannot be valid, such as a malformed id or the NUL character';

/**
 * What a request is told of a statement that failed for it: that the database
 * does not answer, or that the request has a value that there cannot be. Other
 * errors stay as they are.
 */
export function explainStatementError(error: Error): Error {
  const code = 'code' in error ? String(error.code) : '';
  if (LOST.test(error.message) || LOST_CODES.includes(code)) {
    return databaseUnavailable(error);
  }
  return VALUE_CODES.includes(code)
    ? keepForRequest(new InputError(VALUE_MESSAGE), VALUE_MESSAGE)
    : error;
}

/** The same for a request that got no connection. */
export function databaseUnavailable(cause: unknown): ServiceUnavailableError {
  const error = new ServiceUnavailableError(
    UNAVAILABLE_MESSAGE,
    isError(cause) ? cause : undefined,
  );
  return keepForRequest(error, UNAVAILABLE_MESSAGE);
}

function keepForRequest<T extends ServiceUnavailableError | InputError>(
  error: T,
  message: string,
): T {
  // Knex would put the statement before it, which is told to nobody.
  Object.defineProperty(error, 'message', {
    enumerable: true,
    get: () => message,
    set: () => {},
  });
  const request = currentRequest();
  if (request) {
    request.failure = error;
  }
  return error;
}
