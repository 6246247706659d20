import {
  type DataColumn,
  DataTable,
  RelativeTime,
  SafeLink,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { GitOpsObject } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { GITOPS_HEALTH_WORDS, SYNC_WORDS, TOOL_WORDS } from './gitOpsWords';

const COLUMNS: DataColumn<GitOpsObject>[] = [
  {
    id: 'name',
    get title() {
      return t('gitOpsTable.object');
    },
    cell: ({ tool, kind, name, namespace }) => (
      <>
        {name}
        <div className={textStyles.muted}>
          {t('gitOpsTable.in', { tool: TOOL_WORDS[tool], kind, namespace })}
        </div>
      </>
    ),
  },
  {
    id: 'sync',
    get title() {
      return t('gitOpsTable.sync');
    },
    cell: ({ sync, message }) => (
      <>
        <StatusBadge status={SYNC_WORDS[sync].status}>
          {SYNC_WORDS[sync].text}
        </StatusBadge>
        {message && <div className={textStyles.muted}>{message}</div>}
      </>
    ),
  },
  {
    id: 'health',
    get title() {
      return t('gitOpsTable.health');
    },
    cell: ({ health }) => (
      <StatusBadge status={GITOPS_HEALTH_WORDS[health].status}>
        {GITOPS_HEALTH_WORDS[health].text}
      </StatusBadge>
    ),
  },
  {
    id: 'revision',
    get title() {
      return t('gitOpsTable.revision');
    },
    cell: ({ revision, attemptedRevision }) => (
      <>
        <Revision revision={revision} />
        {attemptedRevision && (
          <div className={textStyles.muted}>
            {t('gitOpsTable.tried', {
              revision: <Revision revision={attemptedRevision} />,
            })}
          </div>
        )}
      </>
    ),
  },
  {
    id: 'source',
    get title() {
      return t('gitOpsTable.source');
    },
    cell: ({ source, path }) => (
      <>
        <SafeLink href={source}>{source}</SafeLink>
        {path && <div className={textStyles.muted}>{path}</div>}
      </>
    ),
  },
  {
    id: 'synced',
    get title() {
      return t('gitOpsTable.lastSynced');
    },
    cell: ({ lastSyncedAt }) =>
      lastSyncedAt && (
        <span className={textStyles.nowrap}>
          <RelativeTime instant={lastSyncedAt} />
        </span>
      ),
  },
];

/** What Argo CD or Flux says of what they brought; nothing without them. */
export function GitOpsTable({ objects }: { objects: GitOpsObject[] }) {
  if (objects.length === 0) {
    return null;
  }
  return (
    <Section title={t('gitOpsTable.gitops')}>
      <DataTable
        label={t('gitOpsTable.gitopsObjects')}
        columns={COLUMNS}
        items={objects}
        keyOf={({ id }) => id}
      />
    </Section>
  );
}

const COMMIT = /[0-9a-f]{40}/;
const SHORT_COMMIT = 7;

/** A commit as git shortens it, wherever it stands in a revision. */
function Revision({ revision = '' }: { revision?: string }) {
  return (
    <span
      className={`${textStyles.mono} ${textStyles.nowrap}`}
      title={revision}
    >
      {revision.replace(COMMIT, commit => commit.slice(0, SHORT_COMMIT))}
    </span>
  );
}
