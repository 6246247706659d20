import { RiAlertFill } from '@remixicon/react';
import { errorMessage, RelativeTime, SafeLink, textStyles } from '@atrium/ui';
import type { EntityDefinitions, SloFile } from '@atrium/plugin-slo-common';
import { useDefinitions } from '../../hooks/useSlos';
import { t } from '../../translation';
import styles from './FileProblems.module.css';

/** Props of {@link FileProblems}. */
export interface FileProblemsProps {
  entityRef: string;
  /** Whether what stands below could be loaded; otherwise it says why not. */
  hasSlos: boolean;
}

/**
 * What is wrong in the files of an entity, with line and field. Nothing while
 * it is not known: the SLOs below do not wait for it.
 */
export function FileProblems({ entityRef, hasSlos }: FileProblemsProps) {
  const { data, error } = useDefinitions(entityRef);
  if (error && !data) {
    return hasSlos ? (
      <p role="status" className={textStyles.muted}>
        {t('fileProblems.whetherTheFilesHaveProblems', {
          message: errorMessage(error),
        })}
      </p>
    ) : null;
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
    <section
      className={styles.notice}
      aria-label={t('fileProblems.problemsIn', { name })}
    >
      <RiAlertFill size={16} className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>
          {t('fileProblems.hasProblems', {
            count,
            link: <SafeLink href={url}>{name}</SafeLink>,
          })}
        </p>
        <p className={textStyles.muted}>
          {definitions.slos.some(({ isStale }) => isStale)
            ? t('fileProblems.theLastValidVersionGoes')
            : t('fileProblems.whatItConcernsDoesNot')}
          {t('fileProblems.read', {
            relativeTime: <RelativeTime instant={readAt} />,
          })}
        </p>
        <ul className={styles.problems}>
          {problems.map(({ line, column, path, message, sloName }) => (
            <li key={[line, column, path, message].join(' ')}>
              {line !== undefined && (
                <span className={styles.place}>
                  {t('fileProblems.line', { line })}
                  {column !== undefined && t('fileProblems.column', { column })}
                </span>
              )}{' '}
              {path && <code className={textStyles.mono}>{path}</code>}{' '}
              {path ? message.replace(path, '').trim() : message}
              {sloName && (
                <span className={textStyles.muted}>
                  {' '}
                  {t('fileProblems.slo', { sloName })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
