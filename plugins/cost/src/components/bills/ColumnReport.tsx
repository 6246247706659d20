import type { ImportReport } from '@atrium/plugin-cost-common';
import { countWords, Section, textStyles } from '@atrium/ui';
import styles from './bills.module.css';

/** Which columns of a file are understood, kept and missing. */
export function ColumnReport({ report }: { report: ImportReport }) {
  const { read, kept, missing } = report.columns;
  return (
    <Section title="Columns">
      <dl className={styles.columns}>
        <Names term="Understood" names={read} />
        <Names term="Kept with the row" names={kept} />
        <Names term="Missing" names={missing} />
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
          <span className={textStyles.muted}>None</span>
        ) : (
          <details>
            <summary>{countWords(names.length, 'column')}</summary>
            {names.join(', ')}
          </details>
        )}
      </dd>
    </>
  );
}
