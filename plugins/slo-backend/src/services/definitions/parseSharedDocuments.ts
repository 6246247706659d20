import { type OpenSloDocument, parseOpenSlo } from '@atrium/plugin-slo-common';
import { InputError } from '@backstage/errors';
import type { SharedDocument } from '../../config/readSharedDocuments';

/**
 * Reads the documents that all definitions share.
 *
 * @throws InputError when one of them is wrong: the operator wrote them, and
 * every definition may depend on them.
 */
export function parseSharedDocuments(
  shared: SharedDocument[],
): OpenSloDocument[] {
  return shared.flatMap(({ name, content }) => {
    const { documents, problems } = parseOpenSlo(content);
    const [first] = problems;
    if (first) {
      const line = first.line === undefined ? '' : `, line ${first.line}`;
      throw new InputError(`'${name}'${line}: ${first.message}`);
    }
    return documents;
  });
}
