import { CustomErrorBase } from '@backstage/errors';

/** More was sent than is taken at once; answered as a 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  statusCode = 413;
}
