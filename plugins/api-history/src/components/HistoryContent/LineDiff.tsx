import type { DiffQuery } from '@atrium/plugin-api-history-common';
import { DiffTable, EmptyState, QueryState, ViewSkeleton } from '@atrium/ui';
import { useLineDiff } from '../../hooks/useDiff';
import { numberLines } from '../../comparison/numberLines';
import { t } from '../../translation';
import styles from './LineDiff.module.css';

/** Props of {@link LineDiff}. */
export interface LineDiffProps {
  query: DiffQuery;
}

/** What changed in the text between two versions. */
export function LineDiff({ query }: LineDiffProps) {
  const lines = useLineDiff(query);
  return (
    <QueryState
      query={lines}
      isEmpty={({ hunks, isTruncated }) => hunks.length === 0 && !isTruncated}
      empty={
        <EmptyState
          title={t('lineDiff.theTextsAreTheSame')}
          description={t('lineDiff.theTwoVersionsDoNot')}
        />
      }
      loading={<ViewSkeleton height={240} />}
    >
      {({ hunks, addedLines, removedLines, isTruncated }) => (
        <>
          <p className={styles.summary}>
            {t('lineDiff.linesAddedRemoved', { addedLines, removedLines })}
          </p>
          <DiffTable
            label={t('lineDiff.lineByLine')}
            hunks={hunks.map(numberLines)}
          />
          {isTruncated && (
            <p className={styles.summary}>
              {t('lineDiff.thereIsMoreThatDiffers')}
            </p>
          )}
        </>
      )}
    </QueryState>
  );
}
