/** What Prometheus says is wrong with a query, or why it did not answer. */
export class PrometheusError extends Error {
  /** Whether asking again may help. */
  readonly isTemporary: boolean;
  /** How long the server asked to wait. */
  readonly retryAfterMs?: number;

  constructor(
    message: string,
    options: { isTemporary: boolean; retryAfterMs?: number; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'PrometheusError';
    this.isTemporary = options.isTemporary;
    this.retryAfterMs = options.retryAfterMs;
  }
}
