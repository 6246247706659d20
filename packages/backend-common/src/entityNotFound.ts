import { commonMessages, MessageWriter } from '@atrium/common';
import { NotFoundError } from '@backstage/errors';

const words = new MessageWriter(commonMessages);

/** Says that an entity is not there, or hidden from whoever asks. */
export function entityNotFound(entityRef: string): NotFoundError {
  return words.error(
    NotFoundError,
    words.describe('common.entityNotFound', { entityRef }),
  );
}
