import { useMemo } from 'react';
import { useApi, configApiRef } from '@backstage/frontend-plugin-api';
import { pickOperation, pickSchema } from '../../definition/openapi/pickPart';
import { prepareSpec } from '../../definition/openapi/prepareSpec';
import {
  type OpenApiDocument,
  type OpenApiOperation,
  readOpenApiDocument,
} from '../../definition/openapi/readOpenApiDocument';
import { readTryItHosts } from '../../definition/openapi/readTryItHosts';
import { TryItPolicy } from '../../definition/openapi/TryItPolicy';
import { useAnchor } from '../../hooks/useAnchor';
import { t } from '../../translation';
import type { DefinitionContentProps } from '../DefinitionView/DefinitionContentProps';
import { OutlinedContent } from '../Outline/OutlinedContent';
import { SwaggerPane } from './SwaggerPane';
import styles from './OpenApiView.module.css';

/** Swagger UI draws this many operations at once without being felt. */
const MAX_OPERATIONS = 80;

/** Swagger UI takes many seconds for definitions of megabytes. */
const MAX_LENGTH = 400_000;

/** An OpenAPI definition: the list of its operations beside Swagger UI. */
export function OpenApiView(props: DefinitionContentProps) {
  const { definition, renderProblem } = props;
  const read = useMemo(() => readOpenApiDocument(definition), [definition]);
  return read.ok ? (
    <OpenApiContent
      document={read.value}
      isSmall={
        read.value.operations.length <= MAX_OPERATIONS &&
        definition.length <= MAX_LENGTH
      }
    />
  ) : (
    <>{renderProblem(read.problem)}</>
  );
}

interface OpenApiContentProps {
  document: OpenApiDocument;
  /** Small enough to show all operations at once, not only the chosen one. */
  isSmall: boolean;
}

function OpenApiContent({ document, isSmall }: OpenApiContentProps) {
  const policy = useTryItPolicy();
  const [anchor, setAnchor] = useAnchor();
  const chosen = findChosen(document, anchor);
  // Among all operations a schema would be far down, folded away.
  const isWhole = isSmall && chosen?.schema === undefined;
  const isTryItEnabled = useMemo(
    () => policy.allowsAnyServer(document.spec),
    [policy, document],
  );
  const spec = useMemo(() => {
    const part = isWhole ? document.spec : pickChosen(document, chosen);
    const prepared = prepareSpec(part);
    return isTryItEnabled ? policy.sortServers(prepared) : prepared;
    // `chosen` is found anew each time; its id says whether it is another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [document, isWhole, policy, isTryItEnabled, isWhole ? '' : chosen?.id]);

  return (
    <OutlinedContent
      label={t('openApiView.operations')}
      sections={outlineOf(document)}
      selectedId={isWhole && !anchor ? undefined : chosen?.id}
      onSelect={setAnchor}
    >
      <p className={styles.facts}>{factsOf(document)}</p>
      <SwaggerPane
        // Swagger UI keeps what it was given first.
        key={isWhole ? 'whole' : chosen?.id}
        spec={spec}
        chosen={anchor ? chosen?.operation : undefined}
        isSchema={chosen?.schema !== undefined}
        isWhole={isWhole}
        isTryItEnabled={isTryItEnabled}
        isAllowed={url => policy.allows(url)}
      />
    </OutlinedContent>
  );
}

function useTryItPolicy(): TryItPolicy {
  const config = useApi(configApiRef);
  return useMemo(
    () => new TryItPolicy(readTryItHosts(config), window.location.href),
    [config],
  );
}

interface Chosen {
  id: string;
  operation?: OpenApiOperation;
  schema?: string;
}

/** By our anchor, by the `#/tag/operationId` of Swagger UI, or the first. */
function findChosen(
  { operations, schemaNames }: OpenApiDocument,
  anchor: string,
): Chosen | undefined {
  const operationId = anchor.startsWith('/') ? anchor.split('/').pop() : '';
  const operation =
    operations.find(({ id }) => id === anchor) ??
    operations.find(candidate => candidate.operationId === operationId);
  const schema = schemaNames.find(name => schemaId(name) === anchor);
  if (schema && !operation) {
    return { id: anchor, schema };
  }
  const shown = operation ?? operations[0];
  return shown && { id: shown.id, operation: shown };
}

function pickChosen({ spec }: OpenApiDocument, chosen: Chosen | undefined) {
  if (chosen?.schema) {
    return pickSchema(spec, chosen.schema);
  }
  return chosen?.operation ? pickOperation(spec, chosen.operation) : spec;
}

function schemaId(name: string): string {
  // eslint-disable-next-line no-restricted-syntax -- An anchor, which stays the same in every language.
  return `schema ${name}`;
}

function outlineOf({ operations, tags, schemaNames }: OpenApiDocument) {
  const sections = tags.map(tag => ({
    title: tag === 'default' ? t('openApiView.operations') : tag,
    items: operations
      .filter(operation => operation.tag === tag)
      .map(operation => ({
        id: operation.id,
        badge: operation.method.toUpperCase(),
        label: operation.path,
        hint: [operation.summary, operation.operationId]
          .filter(Boolean)
          .join(' · '),
        isDeprecated: operation.isDeprecated,
      })),
  }));
  const schemas = schemaNames.map(name => ({
    id: schemaId(name),
    label: name,
  }));
  return schemas.length > 0
    ? [...sections, { title: t('openApiView.schemas'), items: schemas }]
    : sections;
}

function factsOf(document: OpenApiDocument): string {
  const { format, version, operations, schemaNames } = document;
  return [
    version && t('openApiView.version', { version }),
    format,
    t('openApiView.operationCount', { count: operations.length }),
    t('openApiView.schemaCount', { count: schemaNames.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}
