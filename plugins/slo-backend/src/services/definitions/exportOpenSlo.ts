import { writeYaml } from '@atrium/common/yaml';
import { definitionToDocuments } from './definitionToDocuments';
import type { SloDefinition } from '@atrium/plugin-slo-common';
import type { OpenSloDocument } from '@atrium/plugin-slo-common';

/**
 * Writes OpenSLO v1. Documents come back as they are when parsed; a definition
 * comes back when parsed and resolved with the same shared documents.
 *
 * @remarks A definition is written with its indicators and alert policies in
 * place, so that the file stands alone; only DataSources of the portal's config
 * stay references, since their connections may hold secrets.
 */
export function exportOpenSlo(
  source: SloDefinition | OpenSloDocument[],
): string {
  const documents = Array.isArray(source)
    ? source
    : definitionToDocuments(source);
  return documents
    .map(document => writeYaml(document, { lineWidth: 0 }))
    .join('---\n');
}
