/** A failure that the client is told about with this status. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
  }
}

/** The status of an error of ours, of Express or of its body parser. */
export function statusOf(error: unknown): number {
  if (
    error instanceof Error &&
    'type' in error &&
    error.type === 'entity.parse.failed'
  ) {
    // What Gitea answers to a body that is no JSON.
    return 422;
  }
  if (
    error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  ) {
    return error.status;
  }
  return 500;
}
