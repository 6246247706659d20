import { RiAlertFill } from '@remixicon/react';
import { RelativeTime, SafeLink, textStyles } from '@atrium/ui';
import type { EntityDefinitions, SloFile } from '@atrium/plugin-slo-common';
import { useDefinitions } from '../../hooks/useSlos';
import styles from './FileProblems.module.css';

/**
 * What is wrong in the files of an entity, with line and field. Nothing while
 * it is not known: the SLOs below do not wait for it.
 */
export function FileProblems({ entityRef }: { entityRef: string }) {
  const { data, error } = useDefinitions(entityRef);
  if (error && !data) {
    return (
      <p role="status" className={textStyles.muted}>
        Whether the files have problems is not known: {error.message}
      </p>
    );
  }
  return (
    <>
      {data?.files
        .filter(({ problems }) => problems.length > 0)
        .map(file => (
          <FileNotice key={file.url} file={file} definitions={data} />
        ))}
    </>
  );
}

function FileNotice(props: { file: SloFile; definitions: EntityDefinitions }) {
  const { file, definitions } = props;
  const { url, problems, readAt } = file;
  const name = url.slice(url.lastIndexOf('/') + 1);
  const count = problems.length;
  return (
    <section className={styles.notice} aria-label={`Problems in ${name}`}>
      <RiAlertFill size={16} className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>
          <SafeLink href={url}>{name}</SafeLink> has{' '}
          {count === 1 ? 'a problem' : `${count} problems`}
        </p>
        <p className={textStyles.muted}>
          {definitions.slos.some(({ isStale }) => isStale)
            ? 'The last valid version goes on counting until it is repaired.'
            : 'What it concerns does not count until it is repaired.'}{' '}
          Read <RelativeTime instant={readAt} />.
        </p>
        <ul className={styles.problems}>
          {problems.map(({ line, column, path, message, sloName }) => (
            <li key={[line, column, path, message].join(' ')}>
              {line !== undefined && (
                <span className={styles.place}>
                  Line {line}
                  {column !== undefined && `, column ${column}`}
                </span>
              )}{' '}
              {path && <code className={textStyles.mono}>{path}</code>}{' '}
              {path ? message.replace(path, '').trim() : message}
              {sloName && (
                <span className={textStyles.muted}> (SLO {sloName})</span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
