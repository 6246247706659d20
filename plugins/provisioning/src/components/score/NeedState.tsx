import type { ScoreNeedStatus } from '@atrium/plugin-provisioning-common';
import { type Status, StatusBadge, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { RESOURCE_STATE_WORDS } from '../../words/stateWords';
import { LoserList } from '../shared/LoserList';
import { ResourceLink } from '../shared/ResourceLink';

const WORDS: Record<
  ScoreNeedStatus['status'],
  { label: string; status: Status }
> = {
  ready: {
    get label() {
      return t('needState.there');
    },
    status: 'good',
  },
  pending: {
    get label() {
      return t('needState.askedFor');
    },
    status: 'running',
  },
  missing: {
    get label() {
      return t('needState.missing');
    },
    status: 'warning',
  },
  'name-taken': {
    get label() {
      return t('needState.nameTaken');
    },
    status: 'bad',
  },
  unserved: {
    get label() {
      return t('needState.nothingServesIt');
    },
    status: 'bad',
  },
  'part-of-workload': {
    get label() {
      return t('needState.partOfTheWorkload');
    },
    status: 'good',
  },
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
      {resource && status === 'name-taken' && (
        <div className={textStyles.muted}>
          {t('needState.isOf', { type: resource.type, class: resource.class })}
        </div>
      )}
      {status === 'missing' && definition && (
        <div className={textStyles.muted}>
          {t('needState.by', { title: definition.title })}
        </div>
      )}
      {status === 'unserved' && <LoserList losers={losers} />}
    </>
  );
}
