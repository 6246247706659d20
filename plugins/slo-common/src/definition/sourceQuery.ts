import type { OpenSloDocument } from '../openslo/openSloDocument';
import type { SloDefinition, SloQuery } from './sloDefinition';

/** A query with all a source needs to ask it. */
export interface SloSourceQuery extends SloQuery {
  /**
   * The connection of the DataSource, where there is one. Trust it only with
   * the origin `config`: a file of a team may name any host.
   */
  connection?: SloDefinition['dataSources'][number]['connectionDetails'];
}

/**
 * Adds the connection to a query.
 *
 * @remarks For the engine only: a shared connection may hold secrets.
 */
export function toSourceQuery(
  query: SloQuery,
  options: { definition: SloDefinition; sharedDocuments: OpenSloDocument[] },
): SloSourceQuery {
  switch (query.sourceOrigin) {
    case 'default':
      return query;
    case 'file': {
      const source = options.definition.dataSources.find(
        ({ name }) => name === query.sourceName,
      );
      return { ...query, connection: source?.connectionDetails };
    }
    case 'config': {
      const connection = options.sharedDocuments.flatMap(document =>
        document.kind === 'DataSource' &&
        document.metadata.name === query.sourceName
          ? [document.spec.connectionDetails]
          : [],
      )[0];
      return { ...query, connection };
    }
    default:
      return query.sourceOrigin satisfies never;
  }
}
