import {
  formatDateTime,
  formatNumber,
  readField,
  readList,
  RelativeTime,
  SafeLink,
  Section,
  textStyles,
} from '@atrium/ui';
import type { EntityWorkloads, Warning } from '@atrium/plugin-workloads-common';
import { RiAlertFill } from '@remixicon/react';
import { t } from '../../translation';
import styles from './WarningList.module.css';

/** Props of {@link WarningList}. */
export interface WarningListProps {
  warnings: Warning[];
  runbooks: EntityWorkloads['runbooks'];
  /** Older ones are not known. */
  since: string;
}

/** What the cluster warns about, in words, with what to look at first. */
export function WarningList(props: WarningListProps) {
  const { warnings, runbooks, since } = props;
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Section
      title={t('warningList.warnings')}
      tools={
        <span className={textStyles.muted}>
          {t('warningList.whatHappenedSince', { since: formatDateTime(since) })}
        </span>
      }
    >
      <ul className={styles.list}>
        {warnings.map(warning => (
          <WarningItem key={warning.id} warning={warning} runbooks={runbooks} />
        ))}
      </ul>
    </Section>
  );
}

function WarningItem(props: {
  warning: Warning;
  runbooks: WarningListProps['runbooks'];
}) {
  const { warning, runbooks } = props;
  const { count, lastAt } = warning;
  const lookAt = readList(warning, 'lookAt');
  return (
    <li className={styles.warning}>
      <div className={styles.header}>
        <RiAlertFill
          size={16}
          color="var(--atrium-warning)"
          aria-hidden="true"
        />
        <h3 className={styles.title}>{readField(warning, 'title')}</h3>
        <span className={textStyles.muted}>
          {count > 1 && `${t('warningList.timesLast', { number: count })} `}
          <RelativeTime instant={lastAt} />
        </span>
      </div>
      <p className={textStyles.text}>{readField(warning, 'meaning')}</p>
      {lookAt.length > 0 && (
        <div>
          <p className={textStyles.muted}>
            {t('warningList.whatToLookAtFirst')}
          </p>
          <ol className={styles.steps}>
            {lookAt.map(step => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
      )}
      {runbooks.length > 0 && (
        <p className={textStyles.line}>
          {runbooks.map(({ url, title: runbook }) => (
            <SafeLink key={url} href={url}>
              {runbook}
            </SafeLink>
          ))}
        </p>
      )}
      <WhatKubernetesSays warning={warning} />
    </li>
  );
}

function WhatKubernetesSays({ warning }: { warning: Warning }) {
  const { reason, message, objects } = warning;
  return (
    <details className={styles.raw}>
      <summary>{t('warningList.whatKubernetesSays')}</summary>
      <p className={textStyles.mono}>
        {reason}: {message}
      </p>
      <p>
        {objects
          .map(
            ({ kind, name, count }) =>
              `${kind} ${name}${count > 1 ? ` (${formatNumber(count)})` : ''}`,
          )
          .join(', ')}
      </p>
    </details>
  );
}
