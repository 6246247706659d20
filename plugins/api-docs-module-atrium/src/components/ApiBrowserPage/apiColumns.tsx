import { Cell, type ColumnConfig, Link } from '@backstage/ui';
import type { ApiRow, NamedEntity } from '../../browser/ApiRow';
import { t } from '../../translation';
import { Highlighted } from './Highlighted';
import styles from './ApiBrowserPage.module.css';

interface ApiColumnsOptions {
  /** Marked where they are found. */
  words: string[];
  linkTo(entityRef: string): string;
  /** Puts the most important facts into the first column. */
  isNarrow: boolean;
}

/** The columns of the table of APIs. */
export function apiColumns(options: ApiColumnsOptions): ColumnConfig<ApiRow>[] {
  const { words, linkTo, isNarrow } = options;
  const entityCell = (entities: (NamedEntity | undefined)[]) => (
    <Cell className={styles.cell}>
      {entities.map(
        entity =>
          entity && (
            <Link
              key={entity.entityRef}
              href={linkTo(entity.entityRef)}
              standalone
              className={styles.entity}
            >
              {entity.title}
            </Link>
          ),
      )}
    </Cell>
  );
  const rest: ColumnConfig<ApiRow>[] = [
    {
      id: 'type',
      label: t('apiColumns.type'),
      width: '1fr',
      cell: row => <Cell className={styles.cell}>{row.typeTitle}</Cell>,
    },
    {
      id: 'system',
      label: t('apiColumns.system'),
      width: '1.4fr',
      cell: row => entityCell([row.system]),
    },
    {
      id: 'owner',
      label: t('apiColumns.owner'),
      width: '1.4fr',
      cell: row => entityCell([row.owner]),
    },
    {
      id: 'provider',
      label: t('apiColumns.providedBy'),
      width: '1.8fr',
      cell: row => entityCell(row.providers),
    },
    {
      id: 'consumers',
      label: t('apiColumns.consumers'),
      width: 128,
      cell: row => <Cell className={styles.number}>{row.consumerCount}</Cell>,
    },
    {
      id: 'lifecycle',
      label: t('apiColumns.lifecycle'),
      width: 120,
      cell: row => <Cell className={styles.cell}>{row.lifecycle}</Cell>,
    },
  ];
  const name: ColumnConfig<ApiRow> = {
    id: 'name',
    label: t('apiColumns.api'),
    isRowHeader: true,
    width: '3.6fr',
    cell: row => (
      <Cell className={styles.cell}>
        <span className={styles.title}>
          <Highlighted text={row.title} words={words} />
        </span>
        <span className={styles.description} title={row.description}>
          <Highlighted text={row.description} words={words} />
        </span>
        {isNarrow && (
          <span className={styles.description}>
            {[
              row.typeTitle,
              row.owner?.title,
              row.providers.map(({ title }) => title).join(', '),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </Cell>
    ),
  };
  const columns = isNarrow ? [{ ...name, width: undefined }] : [name, ...rest];
  return columns.map(column => ({ ...column, isSortable: true }));
}
