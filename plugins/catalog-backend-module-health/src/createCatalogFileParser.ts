import {
  type CatalogYamlReader,
  parseCatalogDocuments,
} from '@atrium/plugin-catalog-health-common';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessorParser } from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';

/** Reads the entities of a file, and says in which line it is wrong. */
export function createCatalogFileParser(
  yaml: CatalogYamlReader,
): CatalogProcessorParser {
  return async function* parseFile({ data, location }) {
    const { documents, problems } = await parseCatalogDocuments(
      data.toString('utf8'),
      yaml,
    );
    for (const { line, column, message } of problems) {
      yield processingResult.inputError(
        location,
        `${message} (line ${line}, column ${column})`,
      );
    }
    for (const { value } of documents) {
      // The catalog checks itself whether it is handed an entity.
      yield processingResult.entity(location, value as JsonObject & Entity);
    }
  };
}
