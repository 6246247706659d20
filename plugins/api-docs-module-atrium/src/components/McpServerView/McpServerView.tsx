import type { Entity } from '@backstage/catalog-model';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  NoValue,
  SafeLink,
  Section,
} from '@atrium/ui';
import {
  type McpRemote,
  type McpTool,
  readMcpServer,
} from '../../definition/readMcpServer';
import { t } from '../../translation';

/** Props of {@link McpServerView}. */
export interface McpServerViewProps {
  entity: Entity;
}

const REMOTE_COLUMNS: DataColumn<McpRemote>[] = [
  {
    get title() {
      return t('mcpServerView.transport');
    },
    cell: ({ type }) => type,
  },
  {
    get title() {
      return t('mcpServerView.address');
    },
    cell: ({ url }) => <SafeLink href={url}>{url}</SafeLink>,
  },
];

const TOOL_COLUMNS: DataColumn<McpTool>[] = [
  {
    get title() {
      return t('mcpServerView.tool');
    },
    cell: ({ name }) => <code>{name}</code>,
  },
  {
    get title() {
      return t('mcpServerView.whatItDoes');
    },
    cell: ({ description }) => description ?? <NoValue />,
  },
];

/** Where an MCP server is reached, and which tools it has. */
export function McpServerView({ entity }: McpServerViewProps) {
  const { remotes, tools } = readMcpServer(entity);
  return (
    <>
      <Section title={t('mcpServerView.whereItIs')}>
        <DataTable
          label={t('mcpServerView.whereItIs')}
          columns={REMOTE_COLUMNS}
          items={remotes}
          keyOf={({ type, url }) => `${type} ${url}`}
        />
      </Section>
      <Section title={t('mcpServerView.tools')}>
        {tools.length > 0 ? (
          <DataTable
            label={t('mcpServerView.tools')}
            columns={TOOL_COLUMNS}
            items={tools}
            keyOf={({ name }) => name}
          />
        ) : (
          <EmptyState
            title={t('mcpServerView.itsToolsAreNotListed')}
            description={t('mcpServerView.saveWhatTheServerAnswers')}
          />
        )}
      </Section>
    </>
  );
}
