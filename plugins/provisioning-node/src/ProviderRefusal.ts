import type { FieldMessages } from '@atrium/common';
import { CustomErrorBase } from '@backstage/errors';
import { type DriverText, textOf } from './DriverText';

/** How a provider refused. */
export interface ProviderRefusalOptions {
  /**
   * Whether the same call may work later: the provider is busy, or has no room
   * now. A refusal that is not is final, and the request fails.
   */
  isTemporary: boolean;
  /** When to ask again, as the provider said it (`Retry-After`). */
  retryAfterMs?: number;
  cause?: unknown;
}

/** The provider refused, and nothing was changed there. */
export class ProviderRefusal extends CustomErrorBase {
  name = 'ProviderRefusal' as const;
  readonly isTemporary: boolean;
  readonly retryAfterMs: number | undefined;
  /** What the message is made of; absent where it is a text. */
  readonly messages: FieldMessages | undefined;

  /** The message is shown to people, and holds no secret. */
  constructor(message: DriverText, options: ProviderRefusalOptions) {
    super(textOf(message), options.cause);
    this.messages =
      typeof message === 'string' ? undefined : { message: [message] };
    this.isTemporary = options.isTemporary;
    this.retryAfterMs = options.retryAfterMs;
  }
}
