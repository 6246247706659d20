import { CustomErrorBase } from '@backstage/errors';

/** A git host takes no more requests for a while. */
export class RateLimitError extends CustomErrorBase {
  name = 'RateLimitError' as const;
  /** What a person is answered who waits for the host: try again later. */
  readonly statusCode = 503;
}
