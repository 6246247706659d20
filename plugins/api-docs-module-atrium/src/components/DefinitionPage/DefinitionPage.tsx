import { useState } from 'react';
import type { ApiEntity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  Button,
  Card,
  CardBody,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { saveFile } from '@atrium/ui';
import { RiDownloadLine } from '@remixicon/react';
import {
  definitionFormat,
  isMcpServer,
  sourceLanguage,
} from '../../definition/definitionFormat';
import { t } from '../../translation';
import { DefinitionView } from '../DefinitionView/DefinitionView';
import { McpServerView } from '../McpServerView/McpServerView';
import { SourceView } from '../SourceView/SourceView';
import { ApiParties } from './ApiParties';
import { LastValidVersion } from './LastValidVersion';
import styles from './DefinitionPage.module.css';

/** The definition of an API, with who provides and who consumes it. */
export function DefinitionPage() {
  const { entity } = useEntity<ApiEntity>();
  const { type } = entity.spec;
  // An MCP server has none unless its team lists its tools.
  const definition: string | undefined = entity.spec.definition;
  return (
    <Card className={styles.card}>
      <CardBody className={styles.page}>
        <ApiParties entity={entity} />
        {isMcpServer(type) && <McpServerView entity={entity} />}
        {definition !== undefined && (
          <Definition entity={entity} definition={definition} />
        )}
      </CardBody>
    </Card>
  );
}

interface DefinitionProps {
  entity: ApiEntity;
  definition: string;
}

/** What its team wrote, drawn for reading or as it stands. */
function Definition({ entity, definition }: DefinitionProps) {
  const { type } = entity.spec;
  const [source, setSource] = useState<{ line?: number }>();
  const format = definitionFormat(type);
  return (
    <>
      <div className={styles.bar}>
        <ToggleButtonGroup
          aria-label={t('definitionPage.view')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[source ? 'source' : 'reference']}
          onSelectionChange={keys =>
            setSource(keys.has('source') ? {} : undefined)
          }
        >
          <ToggleButton id="reference">{format.name}</ToggleButton>
          <ToggleButton id="source">{t('definitionPage.source')}</ToggleButton>
        </ToggleButtonGroup>
        <Button
          variant="secondary"
          iconStart={<RiDownloadLine />}
          onPress={() =>
            saveFile(
              `${entity.metadata.name}.${format.extension}`,
              new Blob([definition], { type: 'text/plain' }),
            )
          }
        >
          {t('definitionPage.download')}
        </Button>
      </div>
      {source ? (
        <SourceView
          text={definition}
          language={sourceLanguage(format, definition)}
          line={source.line}
        />
      ) : (
        <DefinitionView
          type={type}
          definition={definition}
          onShowSource={line => setSource({ line })}
          fallback={<LastValidVersion entityRef={stringifyEntityRef(entity)} />}
        />
      )}
    </>
  );
}
