import { Alert } from '@backstage/ui';
import type { DefinitionProblem } from '@atrium/api-definitions';
import { t } from '../../translation';
import styles from './InvalidDefinition.module.css';

/** Lines shown before and after the one that is wrong. */
const CONTEXT = 3;

/** Long enough to see where one is; minified JSON has one endless line. */
const MAX_LINE_LENGTH = 200;

/** Props of {@link InvalidDefinition}. */
export interface InvalidDefinitionProps {
  definition: string;
  problem: DefinitionProblem;
}

/** Says why a definition cannot be read, and shows the spot. */
export function InvalidDefinition(props: InvalidDefinitionProps) {
  const { definition, problem } = props;
  const { message, line } = problem;
  return (
    <div className={styles.invalid} role="alert">
      <Alert
        status="danger"
        icon
        title={
          line === undefined
            ? t('invalidDefinition.thisDefinitionIsNotValid')
            : t('invalidDefinition.thisDefinitionIsNotValidSeeLine', {
                line: String(line),
              })
        }
        description={message}
      />
      {line !== undefined && <Excerpt definition={definition} {...problem} />}
    </div>
  );
}

function Excerpt(props: DefinitionProblem & { definition: string }) {
  const { definition, line = 1, column } = props;
  const lines = definition.split('\n');
  const first = Math.max(line - CONTEXT, 1);
  return (
    <pre className={styles.excerpt}>
      {lines.slice(first - 1, line + CONTEXT).map((text, index) => {
        const number = first + index;
        return (
          <span
            key={number}
            className={styles.line}
            data-wrong={number === line || undefined}
          >
            <span className={styles.number}>{number}</span>
            {cut(text, number === line ? column : undefined)}
            {'\n'}
          </span>
        );
      })}
    </pre>
  );
}

/** The part of a line around a column. */
function cut(text: string, column = 1): string {
  const start = Math.max(0, column - 1 - MAX_LINE_LENGTH / 2);
  return text.length <= MAX_LINE_LENGTH
    ? text
    : `…${text.slice(start, start + MAX_LINE_LENGTH)}…`;
}
