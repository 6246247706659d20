import type { Problem } from './types.js';

/** The payment API refused a request. Decide on `code`, never on the message. */
export class PaymentsError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'PaymentsError';
    this.status = problem.status;
    this.code = problem.type.slice(problem.type.lastIndexOf('/') + 1);
  }

  static async fromResponse(response: Response): Promise<PaymentsError> {
    const isProblem = response.headers
      .get('content-type')
      ?.startsWith('application/problem+json');
    if (isProblem) {
      return new PaymentsError((await response.json()) as Problem);
    }
    return new PaymentsError({
      type: 'about:blank/unexpected',
      title: `The payment API answered ${response.status}`,
      status: response.status,
    });
  }
}
