import type {
  CheckResult,
  EntityResult,
} from '@atrium/plugin-scorecard-common';
import { Section } from '@atrium/ui';
import type { ShownLevel } from '../../rating/levels';
import { nextSteps, stepsToShow } from '../../rating/nextSteps';
import { t } from '../../translation';
import { LevelBadge } from '../shared/LevelBadge';
import { CheckItem } from './CheckItem';
import styles from './entity.module.css';

/** Props of {@link CheckList}. */
export interface CheckListProps {
  result: EntityResult;
  levels: readonly ShownLevel[];
}

/** Every check of a scorecard by its level, and those that count later. */
export function CheckList({ result, levels }: CheckListProps) {
  const { checks = [] } = result;
  const counted = checks.filter(({ isCounted }) => isCounted);
  const announced = checks.filter(({ isCounted }) => !isCounted);
  const groups = levels
    .filter(({ name }) => name !== undefined)
    .map(level => ({
      level,
      checks: counted.filter(check => check.level === level.name),
    }));
  const placed = new Set(groups.flatMap(group => group.checks));
  const others = counted.filter(check => !placed.has(check));
  const steps = stepsToShow(nextSteps(result, levels));
  return (
    <Section title={t('checkList.allChecks')}>
      {groups.map(
        group =>
          group.checks.length > 0 && (
            <div key={group.level.rank} className={styles.group}>
              <h3 className={styles.groupTitle}>
                <LevelBadge level={group.level} />
              </h3>
              <Checks
                label={group.level.title}
                result={result}
                steps={steps}
                checks={group.checks}
              />
            </div>
          ),
      )}
      {others.length > 0 && (
        <div className={styles.group}>
          {placed.size > 0 && (
            <h3 className={styles.groupTitle}>{t('checkList.forTheScore')}</h3>
          )}
          <Checks
            label={t('checkList.forTheScore')}
            result={result}
            steps={steps}
            checks={others}
          />
        </div>
      )}
      {announced.length > 0 && (
        <div className={styles.group}>
          <h3 className={styles.groupTitle}>{t('checkList.announced')}</h3>
          <Checks
            label={t('checkList.announced')}
            result={result}
            steps={steps}
            checks={announced}
          />
        </div>
      )}
    </Section>
  );
}

function Checks(props: {
  label: string;
  result: EntityResult;
  checks: CheckResult[];
  /** Those that are listed as next steps, too. */
  steps: CheckResult[];
}) {
  const { label, result, checks, steps } = props;
  return (
    <ul className={styles.checks} aria-label={label}>
      {checks.map(check => (
        <CheckItem
          key={check.check}
          result={result}
          check={check}
          isListedAbove={steps.includes(check)}
        />
      ))}
    </ul>
  );
}
