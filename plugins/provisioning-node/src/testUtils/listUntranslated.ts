import {
  describeShipped,
  listShippedTexts,
} from '@atrium/plugin-provisioning-common';
import type { ResourceDriverDescription } from '../ResourceDriver';

/** The texts of a driver that comes with the portal which pages have in English only. */
export function listUntranslated(
  description: ResourceDriverDescription,
): string[] {
  const texts = { ...description, schemas: { inputs: description.inputs } };
  const messages = describeShipped(texts);
  return listShippedTexts(texts)
    .filter(([path]) => !(path in messages))
    .map(([path, text]) => `${path}: ${text}`);
}
