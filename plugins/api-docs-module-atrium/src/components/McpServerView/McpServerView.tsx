import type { Entity } from '@backstage/catalog-model';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  SafeLink,
  Section,
} from '@atrium/ui';
import {
  type McpRemote,
  type McpTool,
  readMcpServer,
} from '../../definition/readMcpServer';

/** Props of {@link McpServerView}. */
export interface McpServerViewProps {
  entity: Entity;
}

const REMOTE_COLUMNS: DataColumn<McpRemote>[] = [
  { title: 'Transport', cell: ({ type }) => type },
  {
    title: 'Address',
    cell: ({ url }) => <SafeLink href={url}>{url}</SafeLink>,
  },
];

const TOOL_COLUMNS: DataColumn<McpTool>[] = [
  { title: 'Tool', cell: ({ name }) => <code>{name}</code> },
  { title: 'What it does', cell: ({ description }) => description ?? '–' },
];

/** Where an MCP server is reached, and which tools it has. */
export function McpServerView({ entity }: McpServerViewProps) {
  const { remotes, tools } = readMcpServer(entity);
  return (
    <>
      <Section title="Where it is">
        <DataTable
          label="Where it is"
          columns={REMOTE_COLUMNS}
          items={remotes}
          keyOf={({ type, url }) => `${type} ${url}`}
        />
      </Section>
      <Section title="Tools">
        {tools.length > 0 ? (
          <DataTable
            label="Tools"
            columns={TOOL_COLUMNS}
            items={tools}
            keyOf={({ name }) => name}
          />
        ) : (
          <EmptyState
            title="Its tools are not listed"
            description="Save what the server answers to tools/list beside its catalog-info.yaml, and name the file as spec.definition by $text."
          />
        )}
      </Section>
    </>
  );
}
