import type { ScoreNeedStatus } from '@atrium/plugin-provisioning-common';
import { type Status, StatusBadge, textStyles } from '@atrium/ui';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { LoserList } from '../shared/LoserList';
import { ResourceLink } from '../shared/ResourceLink';

const WORDS: Record<
  ScoreNeedStatus['status'],
  { label: string; status: Status }
> = {
  ready: { label: 'There', status: 'good' },
  pending: { label: 'Asked for', status: 'running' },
  missing: { label: 'Missing', status: 'warning' },
  unserved: { label: 'Nothing serves it', status: 'bad' },
  'part-of-workload': { label: 'Part of the workload', status: 'good' },
};

/** Whether something a workload needs is there in an environment. */
export function NeedState({ need }: { need: ScoreNeedStatus }) {
  const { status, resource, definition, losers } = need;
  const words = WORDS[status];
  return (
    <>
      <StatusBadge status={words.status}>
        {resource && status === 'pending'
          ? RESOURCE_STATE_WORDS[resource.state].label
          : words.label}
      </StatusBadge>
      {resource && (
        <div>
          <ResourceLink resource={resource} />
        </div>
      )}
      {status === 'missing' && definition && (
        <div className={textStyles.muted}>by {definition.title}</div>
      )}
      {status === 'unserved' && <LoserList losers={losers} />}
    </>
  );
}
