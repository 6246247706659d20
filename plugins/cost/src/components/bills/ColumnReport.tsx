import type { ImportReport } from '@atrium/plugin-cost-common';
import { FactList, Section, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { ColumnName } from './ColumnName';
import styles from './bills.module.css';

/** Which columns of a file are understood, kept and missing. */
export function ColumnReport({ report }: { report: ImportReport }) {
  const { read, kept, missing } = report.columns;
  return (
    <Section title={t('columnReport.columns')}>
      <FactList
        isNarrow
        facts={[
          {
            term: t('columnReport.understood'),
            value: <Names names={read} />,
          },
          {
            term: t('columnReport.keptWithTheRow'),
            value: <Names names={kept} />,
          },
          {
            term: t('columnReport.missing'),
            value: <Names names={missing} />,
          },
        ]}
      />
    </Section>
  );
}

function Names({ names }: { names: string[] }) {
  return names.length === 0 ? (
    <span className={textStyles.muted}>{t('columnReport.none')}</span>
  ) : (
    <details className={styles.columns}>
      <summary>{t('columnReport.columns2', { count: names.length })}</summary>
      <ul>
        {names.map(name => (
          <li key={name}>
            <ColumnName name={name} />
          </li>
        ))}
      </ul>
    </details>
  );
}
