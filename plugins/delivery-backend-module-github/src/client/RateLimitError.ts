import { CustomErrorBase } from '@backstage/errors';

/** GitHub takes no more requests for a while. */
export class RateLimitError extends CustomErrorBase {
  name = 'RateLimitError' as const;

  constructor(
    owner: string,
    /** Milliseconds since 1970. */
    readonly until: number,
  ) {
    super(
      `GitHub takes no more requests for '${owner}' until ${new Date(
        until,
      ).toISOString()}`,
    );
  }
}
