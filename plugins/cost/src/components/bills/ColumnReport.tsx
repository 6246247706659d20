import type { ImportReport } from '@atrium/plugin-cost-common';
import { Section, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { ColumnName } from './ColumnName';
import styles from './bills.module.css';

/** Which columns of a file are understood, kept and missing. */
export function ColumnReport({ report }: { report: ImportReport }) {
  const { read, kept, missing } = report.columns;
  return (
    <Section title={t('columnReport.columns')}>
      <dl className={styles.columns}>
        <Names term={t('columnReport.understood')} names={read} />
        <Names term={t('columnReport.keptWithTheRow')} names={kept} />
        <Names term={t('columnReport.missing')} names={missing} />
      </dl>
    </Section>
  );
}

function Names({ term, names }: { term: string; names: string[] }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>
        {names.length === 0 ? (
          <span className={textStyles.muted}>{t('columnReport.none')}</span>
        ) : (
          <details>
            <summary>
              {t('columnReport.columns2', { count: names.length })}
            </summary>
            <ul>
              {names.map(name => (
                <li key={name}>
                  <ColumnName name={name} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </dd>
    </>
  );
}
