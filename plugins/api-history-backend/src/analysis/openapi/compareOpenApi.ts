import { words } from '../../apiHistoryWords';
import { listOf, mapOf, textOf, valueOf } from '@atrium/api-definitions';
import { isPlainMap, type PlainMap } from '@atrium/common/yaml';
import { ChangeCollector, type ChangeSummary } from '../ChangeCollector';
import { compareServers } from '../compareServers';
import { SchemaComparison } from '../schema/SchemaComparison';
import { compareOperation } from './compareOperation';
import {
  compareSecuritySchemes,
  findRenamedSchemes,
} from './compareSecuritySchemes';
import { OpenApiDocument } from './OpenApiDocument';
import type { ComparedDocuments, Pair } from './OperationContext';

const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
];

/** Finds what changed for consumers between two OpenAPI 3 documents. */
export function compareOpenApi(roots: Pair<PlainMap>): ChangeSummary {
  const before = new OpenApiDocument(roots.before);
  const after = new OpenApiDocument(roots.after);
  const documents: ComparedDocuments = {
    before,
    after,
    renamedSchemes: findRenamedSchemes({ before, after }),
    schemas: new SchemaComparison({
      before: before.schemas,
      after: after.schemas,
    }),
    collector: new ChangeCollector(),
  };
  compareOperations(documents);
  compareWebhooks(documents);
  compareSecuritySchemes(documents);
  compareServers(documents.collector, {
    before: serverUrls(roots.before),
    after: serverUrls(roots.after),
  });
  documents.schemas.finish(documents.collector);
  return documents.collector.finish();
}

interface FoundOperation {
  /** As written, such as `POST /refunds/{id}`. */
  name: string;
  operation: PlainMap;
  pathItem: PlainMap;
  path: string;
}

function compareOperations(documents: ComparedDocuments): void {
  const before = findOperations(documents.before, 'paths');
  const after = findOperations(documents.after, 'paths');
  for (const [key, was] of before) {
    const is = after.get(key);
    if (!is) {
      reportRemovedOperation(documents, was);
      continue;
    }
    compareOperation(documents, {
      location: is.name,
      before: was,
      after: is,
      isInverted: false,
    });
  }
  for (const [key, is] of after) {
    if (!before.has(key)) {
      documents.collector.add(
        {
          severity: 'compatible',
          rule: 'operation-added',
          message: words.describe('apiHistory.change.operationAdded', {
            operation: is.name,
          }),
        },
        [is.name],
      );
    }
  }
}

function reportRemovedOperation(
  documents: ComparedDocuments,
  { name, operation }: FoundOperation,
): void {
  const wasDeprecated = valueOf(operation, 'deprecated') === true;
  documents.collector.add(
    {
      severity: 'breaking',
      rule: 'operation-removed',
      message: wasDeprecated
        ? words.describe('apiHistory.change.operationRemovedDeprecated', {
            operation: name,
          })
        : words.describe('apiHistory.change.operationRemoved', {
            operation: name,
          }),
    },
    [name],
  );
}

/** What the provider calls at its consumers goes the other way round. */
function compareWebhooks(documents: ComparedDocuments): void {
  const before = findOperations(documents.before, 'webhooks');
  const after = findOperations(documents.after, 'webhooks');
  for (const [key, was] of before) {
    const is = after.get(key);
    if (is) {
      compareOperation(documents, {
        location: `webhook ${is.name}`,
        before: was,
        after: is,
        isInverted: true,
      });
    } else {
      documents.collector.add(
        {
          severity: 'breaking',
          rule: 'webhook-removed',
          message: words.describe('apiHistory.change.webhookRemoved', {
            name: was.name,
          }),
        },
        [`webhook ${was.name}`],
      );
    }
  }
  for (const [key, is] of after) {
    if (!before.has(key)) {
      documents.collector.add(
        {
          severity: 'compatible',
          rule: 'webhook-added',
          message: words.describe('apiHistory.change.webhookAdded', {
            name: is.name,
          }),
        },
        [`webhook ${is.name}`],
      );
    }
  }
}

/**
 * The operations of a document by what tells them apart: the names of path
 * parameters do not, since consumers never send them.
 */
function findOperations(
  document: OpenApiDocument,
  section: 'paths' | 'webhooks',
): Map<string, FoundOperation> {
  const operations = new Map<string, FoundOperation>();
  for (const [path, item] of Object.entries(mapOf(document.root, section))) {
    if (path.startsWith('x-')) {
      continue;
    }
    const pathItem = document.mapAt(item);
    for (const method of METHODS) {
      const operation = valueOf(pathItem, method);
      if (isPlainMap(operation)) {
        const name = `${method.toLocaleUpperCase('en-US')} ${path}`;
        const key = `${method} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
        operations.set(key, { name, operation, pathItem, path });
      }
    }
  }
  return operations;
}

function serverUrls(root: PlainMap): Set<string> {
  const urls = listOf(root, 'servers').map(server => textOf(server, 'url'));
  return new Set(urls.filter(url => url !== undefined));
}
