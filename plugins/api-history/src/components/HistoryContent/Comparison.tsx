import { useState } from 'react';
import type {
  ApiDiff,
  ApiHistoryTabQuery,
  ApiVersion,
} from '@atrium/plugin-api-history-common';
import { EmptyState, QueryState, readField, ViewSkeleton } from '@atrium/ui';
import {
  Card,
  CardBody,
  Select,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { versionName } from '../../comparison/describeVersion';
import { useDiff } from '../../hooks/useDiff';
import { t } from '../../translation';
import { ChangeGroups } from './ChangeGroups';
import { LineDiff } from './LineDiff';
import styles from './HistoryContent.module.css';

/** Props of {@link Comparison}. */
export interface ComparisonProps {
  entityRef: string;
  /** To choose from. */
  versions: ApiVersion[];
  /** Whether `versions` are all that there are. */
  isComplete: boolean;
  selected: ApiHistoryTabQuery;
  onSelect(selected: ApiHistoryTabQuery): void;
}

/** What changed between two versions: in meaning, and line by line. */
export function Comparison(props: ComparisonProps) {
  const { versions, isComplete, selected } = props;
  const to = selected.to ?? versions.find(version => version.isValid)?.number;
  const hasEarlier = versions.some(
    version => version.isValid && to !== undefined && version.number < to,
  );
  return (
    <Card role="region" aria-label={t('comparison.changes')}>
      <CardBody className={styles.panel}>
        {hasEarlier || !isComplete || selected.from !== undefined ? (
          <Compared {...props} />
        ) : (
          <EmptyState
            title={t('comparison.nothingToCompareWith')}
            description={t('comparison.thereIsNoValidVersion')}
          />
        )}
      </CardBody>
    </Card>
  );
}

function Compared(props: ComparisonProps) {
  const { entityRef, versions, selected, onSelect } = props;
  const [view, setView] = useState<'meaning' | 'lines'>('meaning');
  const query = useDiff({ entityRef, ...selected });
  return (
    <QueryState query={query} loading={<ViewSkeleton height={240} />}>
      {diff => (
        <>
          <div className={styles.bar}>
            <VersionSelect
              label={t('comparison.changesFrom')}
              version={diff.from}
              versions={versions}
              onSelect={from => onSelect({ from, to: diff.to.number })}
            />
            <VersionSelect
              label={t('comparison.to')}
              version={diff.to}
              versions={versions}
              onSelect={to => onSelect({ from: diff.from.number, to })}
            />
            <ToggleButtonGroup
              aria-label={t('comparison.view')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[view]}
              onSelectionChange={keys =>
                setView(keys.has('lines') ? 'lines' : 'meaning')
              }
            >
              <ToggleButton id="meaning">
                {t('comparison.changes')}
              </ToggleButton>
              <ToggleButton id="lines">
                {t('comparison.lineByLine')}
              </ToggleButton>
            </ToggleButtonGroup>
          </div>
          {view === 'meaning' ? (
            <SemanticDiff diff={diff} />
          ) : (
            <LineDiff
              query={{ entityRef, from: diff.from.number, to: diff.to.number }}
            />
          )}
        </>
      )}
    </QueryState>
  );
}

interface VersionSelectProps {
  label: string;
  version: ApiVersion;
  versions: ApiVersion[];
  onSelect(number: number): void;
}

function VersionSelect(props: VersionSelectProps) {
  const { label, version, versions, onSelect } = props;
  // The compared one may be older than what is listed so far.
  const isListed = versions.some(({ number }) => number === version.number);
  const choices = isListed ? versions : [...versions, version];
  return (
    <Select
      label={label}
      size="small"
      className={styles.select}
      options={choices.map(choice => ({
        value: String(choice.number),
        label: versionName(choice),
      }))}
      value={String(version.number)}
      onChange={key => onSelect(Number(key))}
    />
  );
}

function SemanticDiff({ diff }: { diff: ApiDiff }) {
  if (!diff.isSemantic) {
    return (
      <EmptyState
        title={t('comparison.theseVersionsCannotBeCompared')}
        description={t('comparison.lookAtWhatChangedLine', {
          reason: readField(diff, 'reason') ?? '',
        }).trim()}
      />
    );
  }
  if (diff.changes.length === 0) {
    return (
      <EmptyState
        title={t('comparison.bothMeanTheSame')}
        description={t('comparison.onlyWhatDoesNotMatter')}
      />
    );
  }
  return <ChangeGroups diff={diff} />;
}
