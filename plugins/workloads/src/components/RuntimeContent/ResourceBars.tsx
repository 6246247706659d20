import {
  formatPercent,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type {
  ResourceAmount,
  ResourceUse,
} from '@atrium/plugin-workloads-common';
import { formatBytes, formatCores } from '../../runtime/formatAmount';
import { isNearLimit } from '../../runtime/nearestLimit';
import styles from './ResourceBars.module.css';

/** What the pods of a workload use, beside what they asked for and may use. */
export function ResourceBars({ resources }: { resources: ResourceUse }) {
  const { containers, podCount, isMeasured, measuredAt } = resources;
  if (podCount === 0) {
    return <p className={textStyles.muted}>No pod is running.</p>;
  }
  return (
    <div className={styles.resources}>
      <UsageBar
        name="CPU"
        amount={resources.cpuCores}
        formatAmount={formatCores}
      />
      <UsageBar
        name="Memory"
        amount={resources.memoryBytes}
        formatAmount={formatBytes}
      />
      <p className={styles.legend}>
        {podCount === 1 ? 'Of 1 pod' : `Of ${podCount} pods together`}
        {!isMeasured && '; usage is not measured'}
        {measuredAt && (
          <>
            , measured <RelativeTime instant={measuredAt} />
          </>
        )}
        . The mark is the request.
      </p>
      {containers.length > 1 && (
        <details className={styles.containers}>
          <summary>By container</summary>
          {containers.map(({ name, cpuCores, memoryBytes }) => (
            <div key={name} className={styles.container}>
              <UsageBar
                name={`${name}, CPU`}
                amount={cpuCores}
                formatAmount={formatCores}
              />
              <UsageBar
                name={`${name}, memory`}
                amount={memoryBytes}
                formatAmount={formatBytes}
              />
            </div>
          ))}
        </details>
      )}
    </div>
  );
}

/** Props of {@link UsageBar}. */
interface UsageBarProps {
  name: string;
  amount: ResourceAmount;
  formatAmount(value: number): string;
}

function UsageBar({ name, amount, formatAmount }: UsageBarProps) {
  const { used, requested, limit } = amount;
  const isNear = isNearLimit(amount);
  const scale = limit ?? Math.max(requested ?? 0, used ?? 0);
  const percent = (value: number) => `${Math.min(100, (100 * value) / scale)}%`;
  return (
    <div>
      <div className={styles.header}>
        <span className={styles.name}>{name}</span>
        {used !== undefined &&
          limit !== undefined &&
          (isNear ? (
            <StatusBadge status="warning">
              {formatPercent(used / limit)} of the limit
            </StatusBadge>
          ) : (
            <span className={styles.amounts}>
              {formatPercent(used / limit)} of the limit
            </span>
          ))}
      </div>
      {scale > 0 && (
        // The amounts below say the same.
        <div className={styles.bar} aria-hidden="true">
          {used !== undefined && (
            <div
              className={styles.used}
              data-near={isNear}
              style={{ width: percent(used) }}
            />
          )}
          {requested !== undefined && (
            <div
              className={styles.requested}
              style={{ left: percent(requested) }}
            />
          )}
        </div>
      )}
      <span className={styles.amounts}>
        {[
          used === undefined
            ? 'usage not measured'
            : `${formatAmount(used)} used`,
          requested === undefined
            ? 'nothing requested'
            : `${formatAmount(requested)} requested`,
          limit === undefined ? 'no limit' : `${formatAmount(limit)} limit`,
        ].join(' · ')}
      </span>
    </div>
  );
}
