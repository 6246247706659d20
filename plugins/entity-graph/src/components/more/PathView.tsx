import { RiArrowRightLine, RiNodeTree } from '@remixicon/react';
import type { GraphPath } from '@atrium/plugin-entity-graph-common';
import { EmptyState, FilterRow, QueryState, textStyles } from '@atrium/ui';
import { usePath } from '../../hooks/useGraphReads';
import { t } from '../../translation';
import { ORIGIN_WORDS } from '../../words/graphWords';
import { NodeHealth, NodeName } from '../list/HopTable';
import { EntityPicker } from './EntityPicker';
import styles from './more.module.css';

/** Props of {@link PathView}. */
export interface PathViewProps {
  from: string | undefined;
  to: string | undefined;
  onChange(changes: { from?: string } | { to?: string }): void;
}

/** How one entity depends on another one. */
export function PathView({ from, to, onChange }: PathViewProps) {
  return (
    <>
      <FilterRow>
        <EntityPicker
          label={t('pathView.from')}
          placeholder={t('pathView.fromWhichEntity')}
          value={from}
          onChange={ref => onChange({ from: ref })}
        />
        <EntityPicker
          label={t('pathView.to')}
          placeholder={t('pathView.toWhichEntity')}
          value={to}
          onChange={ref => onChange({ to: ref })}
        />
      </FilterRow>
      {from && to ? (
        <Found from={from} to={to} />
      ) : (
        <EmptyState
          icon={<RiNodeTree />}
          title={t('pathView.chooseTwoEntities')}
          description={t('pathView.theShortestWayByWhich')}
        />
      )}
    </>
  );
}

function Found({ from, to }: { from: string; to: string }) {
  const path = usePath({ from, to });
  return (
    <QueryState
      query={path}
      isEmpty={({ nodes }) => nodes.length === 0}
      empty={
        <EmptyState
          icon={<RiNodeTree />}
          title={
            path.data?.isComplete === false
              ? t('pathView.noPathFound')
              : t('pathView.neitherDependsOnTheOther')
          }
          description={
            path.data?.isComplete === false
              ? t('pathView.theSearchWasGivenUp')
              : t('pathView.noChainOfDeclaredOr')
          }
        />
      }
    >
      {data => <Way path={data} />}
    </QueryState>
  );
}

function Way({ path }: { path: GraphPath }) {
  const { edges, isReversed, nodes } = path;
  return (
    <>
      {isReversed && (
        <p className={textStyles.muted}>
          {t('pathView.theFirstDoesNotDepend')}
        </p>
      )}
      <ol className={styles.way} aria-label={t('pathView.path')}>
        {nodes.map((node, index) => (
          <li key={node.entityRef} className={styles.step}>
            {index > 0 && (
              <span className={styles.arrow}>
                <RiArrowRightLine size={16} aria-hidden="true" />
                <span className={textStyles.muted}>
                  {edges[index - 1]
                    ? ORIGIN_WORDS[edges[index - 1].origin]
                    : t('pathView.dependsOn')}
                </span>
              </span>
            )}
            <div className={styles.stop}>
              <NodeName node={node} />
              <NodeHealth node={node} />
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
