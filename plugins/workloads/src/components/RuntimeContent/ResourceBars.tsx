import {
  formatPercent,
  RelativeTime,
  StatusBadge,
  textStyles,
  toCssPercent,
} from '@atrium/ui';
import type {
  ResourceAmount,
  ResourceUse,
} from '@atrium/plugin-workloads-common';
import { formatBytes, formatCores } from '../../runtime/formatAmount';
import { isNearLimit } from '../../runtime/nearestLimit';
import { t } from '../../translation';
import styles from './ResourceBars.module.css';

/** What the pods of a workload use, beside what they asked for and may use. */
export function ResourceBars({ resources }: { resources: ResourceUse }) {
  const { containers, podCount, measuredPods, measuredAt } = resources;
  if (podCount === 0) {
    return (
      <p className={textStyles.muted}>{t('resourceBars.noPodIsRunning')}</p>
    );
  }
  return (
    <div className={styles.resources}>
      <UsageBar
        name={t('placeStrip.cpu')}
        amount={resources.cpuCores}
        formatAmount={formatCores}
      />
      <UsageBar
        name={t('resourceBars.memory')}
        amount={resources.memoryBytes}
        formatAmount={formatBytes}
      />
      <p className={styles.legend}>
        {measuredPods > 0 && measuredPods < podCount
          ? t('resourceBars.ofMeasuredPods', { measuredPods, podCount })
          : t('resourceBars.ofPods', { count: podCount })}
        {measuredPods === 0 && t('resourceBars.usageIsNotMeasured')}
        {measuredAt &&
          t('resourceBars.measured', {
            ago: <RelativeTime instant={measuredAt} />,
          })}
        {t('resourceBars.theMark')}
      </p>
      {containers.length > 1 && (
        <details className={styles.containers}>
          <summary>{t('resourceBars.byContainer')}</summary>
          {containers.map(({ name, cpuCores, memoryBytes }) => (
            <div key={name} className={styles.container}>
              <UsageBar
                name={t('resourceBars.containerCpu', { name })}
                amount={cpuCores}
                formatAmount={formatCores}
              />
              <UsageBar
                name={t('resourceBars.containerMemory', { name })}
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
  const percent = (value: number) => toCssPercent(Math.min(1, value / scale));
  return (
    <div>
      <div className={styles.header}>
        <span className={styles.name}>{name}</span>
        {used !== undefined &&
          limit !== undefined &&
          (isNear ? (
            <StatusBadge status="warning">
              {t('resourceBars.ofTheLimit', {
                formatPercent: formatPercent(used / limit),
              })}
            </StatusBadge>
          ) : (
            <span className={styles.amounts}>
              {t('resourceBars.ofTheLimit', {
                formatPercent: formatPercent(used / limit),
              })}
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
            ? t('resourceBars.usageNotMeasured')
            : t('resourceBars.used', { used: formatAmount(used) }),
          requested === undefined
            ? t('resourceBars.nothingRequested')
            : t('resourceBars.requested', {
                requested: formatAmount(requested),
              }),
          limit === undefined
            ? t('resourceBars.noLimit')
            : t('resourceBars.limit', { limit: formatAmount(limit) }),
        ].join(' · ')}
      </span>
    </div>
  );
}
