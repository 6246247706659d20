import type { DiffQuery, LineHunk } from '@atrium/plugin-api-history-common';
import { EmptyState, QueryState } from '@atrium/ui';
import { Skeleton } from '@backstage/ui';
import { useLineDiff } from '../../hooks/useDiff';
import { numberLines } from '../../comparison/numberLines';
import styles from './LineDiff.module.css';

const SIGNS = { same: ' ', removed: '−', added: '+' };

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
          <div
            className={styles.diff}
            role="region"
            aria-label="Line by line"
            // So that the keyboard can scroll it.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            <table className={styles.table}>
              <thead className={styles.head}>
                <tr>
                  <th scope="col">Old line</th>
                  <th scope="col">New line</th>
                  <th scope="col">Text</th>
                </tr>
              </thead>
              {hunks.map(hunk => (
                <Hunk key={`${hunk.fromLine} ${hunk.toLine}`} hunk={hunk} />
              ))}
            </table>
          </div>
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

function Hunk({ hunk }: { hunk: LineHunk }) {
  return (
    <tbody className={styles.hunk}>
      {numberLines(hunk).map(({ kind, text, oldLine, newLine }) => (
        <tr key={`${oldLine} ${newLine}`} data-kind={kind}>
          <td className={styles.number}>{oldLine}</td>
          <td className={styles.number}>{newLine}</td>
          <td className={styles.text}>
            <span aria-hidden="true">{SIGNS[kind]} </span>
            {kind === 'added' && <span className={styles.hidden}>added: </span>}
            {kind === 'removed' && (
              <span className={styles.hidden}>removed: </span>
            )}
            {text}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
