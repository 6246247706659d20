import { Fragment, type ReactNode } from 'react';
import { formatPercent } from '@atrium/common';
import {
  ByActor,
  readField,
  RelativeTime,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type {
  ApiDeprecation,
  Autoscaler,
  AutoscalerValue,
  CronSchedule,
  RunningImage,
  Workload,
} from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { DeprecationBadge } from '../shared/DeprecationBadge';
import { describeDeprecation } from '../shared/describeDeprecation';
import { VERDICT_WORDS } from '../shared/healthWords';
import styles from './WorkloadView.module.css';

/** What there is to know about a workload besides its pods. */
export function WorkloadFacts({ workload }: { workload: Workload }) {
  const { namespace, images, autoscaler, schedule, deprecation } = workload;
  const facts: [name: string, value: ReactNode][] = [
    [t('workloadFacts.state'), readField(workload, 'healthReason')],
    [
      t('workloadFacts.rollout'),
      (workload.isPaused && t('workloadFacts.isPaused')) ||
        (workload.isOnDelete && t('workloadFacts.isOnDelete')),
    ],
    [
      t('workloadFacts.version'),
      <VersionFact key="version" workload={workload} />,
    ],
    [t('workloadFacts.images'), <ImagesFact key="images" images={images} />],
    [
      t('workloadFacts.schedule'),
      schedule && <ScheduleFact schedule={schedule} />,
    ],
    [
      t('workloadFacts.autoscaler'),
      autoscaler && <AutoscalerFact autoscaler={autoscaler} />,
    ],
    ['API', deprecation && <DeprecationFact deprecation={deprecation} />],
    [t('workloadFacts.namespace'), namespace],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}

function VersionFact({ workload: { version } }: { workload: Workload }) {
  const { verdict, deployed } = version;
  const { status, text } = VERDICT_WORDS[verdict];
  return (
    <>
      <StatusBadge status={status}>{text}</StatusBadge>{' '}
      <span className={textStyles.muted}>
        {readField(version, 'reason')}
        {deployed && (
          <>
            {' '}
            <SafeLink href={deployed.url}>
              {t('workloadFacts.deployed')}
            </SafeLink>{' '}
            <RelativeTime instant={deployed.at} />
            <ByActor actor={deployed.actor} />.
          </>
        )}
      </span>
    </>
  );
}

function ImagesFact({ images }: { images: RunningImage[] }) {
  return (
    <>
      {images.map(({ container, image, podCount, isCurrent, digest }) => (
        <div key={`${container} ${image}`}>
          <span className={textStyles.mono}>{image}</span>{' '}
          <span className={textStyles.muted}>
            {describeImage({ podCount, isCurrent, digest })}
          </span>
        </div>
      ))}
    </>
  );
}

function describeImage(
  image: Pick<RunningImage, 'podCount' | 'isCurrent' | 'digest'>,
): string {
  const { podCount, isCurrent, digest } = image;
  const words = [
    podCount > 0 && t('workloadFacts.inPods', { count: podCount }),
    !isCurrent && t('workloadFacts.beingReplaced'),
    !digest && t('workloadFacts.byATagThatMay'),
  ];
  return words.filter(Boolean).join(', ');
}

function AutoscalerFact({ autoscaler }: { autoscaler: Autoscaler }) {
  const { min, max, current, desired, metrics } = autoscaler;
  return (
    <>
      {desired === current
        ? t('workloadFacts.pods', { count: current, min, max })
        : t('workloadFacts.onTheWay', { count: current, min, max, desired })}
      {metrics.map(metric => (
        <span
          key={`${metric.name} ${metric.container}`}
          className={textStyles.muted}
        >
          {` · ${describeMetric(metric)}`}
        </span>
      ))}
      {autoscaler.isAtMax && (
        <div>
          <StatusBadge status="warning">
            {t('workloadFacts.atItsMaximum')}
          </StatusBadge>
        </div>
      )}
      {autoscaler.problem && (
        <div>
          <StatusBadge status="warning">
            {t('workloadFacts.doesNotScale')}
          </StatusBadge>{' '}
          <span className={textStyles.muted}>{autoscaler.problem}</span>
        </div>
      )}
    </>
  );
}

function describeMetric(metric: Autoscaler['metrics'][number]): string {
  const { container, current, target } = metric;
  const name = container
    ? t('workloadFacts.metricOfContainer', { name: metric.name, container })
    : metric.name;
  const now = current
    ? formatAutoscalerValue(current)
    : t('workloadFacts.notMeasured');
  return target
    ? t('workloadFacts.metric', {
        name,
        current: now,
        target: formatAutoscalerValue(target),
      })
    : t('workloadFacts.metricWithoutTarget', { name, current: now });
}

function formatAutoscalerValue(value: AutoscalerValue): string {
  return 'quantity' in value
    ? value.quantity
    : formatPercent(value.utilization);
}

function ScheduleFact({ schedule }: { schedule: CronSchedule }) {
  const { expression, timeZone, isSuspended, activeJobs } = schedule;
  const times: [name: string, instant: string | undefined][] = [
    [t('workloadFacts.lastRun'), schedule.lastScheduledAt],
    [t('workloadFacts.lastSuccess'), schedule.lastSucceededAt],
    [t('workloadFacts.lastFailure'), schedule.lastFailedAt],
  ];
  return (
    <>
      <span className={textStyles.mono}>{expression}</span>{' '}
      <span className={textStyles.muted}>
        {timeZone}
        {isSuspended && ` ${t('workloadFacts.suspended')}`}
        {activeJobs > 0 && t('workloadFacts.runningNow', { count: activeJobs })}
        {times.map(
          ([name, instant]) =>
            instant && (
              <Fragment key={name}>
                {' · '}
                {name} <RelativeTime instant={instant} />
              </Fragment>
            ),
        )}
      </span>
    </>
  );
}

function DeprecationFact({ deprecation }: { deprecation: ApiDeprecation }) {
  return (
    <>
      <DeprecationBadge deprecation={deprecation}>
        {deprecation.apiVersion}
      </DeprecationBadge>{' '}
      <span className={textStyles.muted}>
        {describeDeprecation(deprecation)}
      </span>
    </>
  );
}
