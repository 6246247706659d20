import { RiArrowRightLine } from '@remixicon/react';
import type { GraphPath } from '@atrium/plugin-entity-graph-common';
import { EmptyState, FilterRow, QueryState, textStyles } from '@atrium/ui';
import { usePath } from '../../hooks/useGraphReads';
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
          label="From"
          placeholder="From which entity"
          value={from}
          onChange={ref => onChange({ from: ref })}
        />
        <EntityPicker
          label="To"
          placeholder="To which entity"
          value={to}
          onChange={ref => onChange({ to: ref })}
        />
      </FilterRow>
      {from && to ? (
        <Found from={from} to={to} />
      ) : (
        <EmptyState
          title="Choose two entities"
          description="The shortest way by which one depends on the other shows here, in either direction."
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
          title={
            path.data?.isComplete === false
              ? 'No path found in time'
              : 'Neither depends on the other'
          }
          description={
            path.data?.isComplete === false
              ? 'The search was given up after 20,000 entities.'
              : 'No chain of declared or observed dependencies connects them.'
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
          The first does not depend on the second; it is the other way round.
        </p>
      )}
      <ol className={styles.way} aria-label="Path">
        {nodes.map((node, index) => (
          <li key={node.entityRef} className={styles.step}>
            {index > 0 && (
              <span className={styles.arrow}>
                <RiArrowRightLine size={16} aria-hidden="true" />
                <span className={textStyles.muted}>
                  {edges[index - 1]
                    ? ORIGIN_WORDS[edges[index - 1].origin]
                    : 'depends on'}
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
