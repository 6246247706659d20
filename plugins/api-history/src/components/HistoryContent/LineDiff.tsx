import type { DiffQuery } from '@atrium/plugin-api-history-common';
import { DiffTable, EmptyState, QueryState } from '@atrium/ui';
import { Skeleton } from '@backstage/ui';
import { useLineDiff } from '../../hooks/useDiff';
import { numberLines } from '../../comparison/numberLines';
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
          title="The texts are the same"
          description="The two versions do not differ in any line."
        />
      }
      loading={<Skeleton width="100%" height={240} />}
    >
      {({ hunks, addedLines, removedLines, isTruncated }) => (
        <>
          <p className={styles.summary}>
            Lines: {addedLines} added, {removedLines} removed
          </p>
          <DiffTable label="Line by line" hunks={hunks.map(numberLines)} />
          {isTruncated && (
            <p className={styles.summary}>
              There is more that differs than can be listed here.
            </p>
          )}
        </>
      )}
    </QueryState>
  );
}
