import { useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Score } from '@atrium/plugin-provisioning-common';
import { textStyles } from '@atrium/ui';
import { useTypes } from '../../hooks/useTypes';
import { t } from '../../translation';
import { typeTitle } from '../../words/typeTitle';
import { TypeIcon } from '../shared/TypeIcon';
import { NeedState } from './NeedState';
import styles from './NeedGraph.module.css';

/** Pixels from one box to the next, as the style sheet has them. */
const ROW = 84;
const LINE_WIDTH = 96;

/** Props of {@link NeedGraph}. */
export interface NeedGraphProps {
  containers: NonNullable<Score['workload']>['containers'];
  environments: Score['environments'];
}

/** Which container needs what, and whether it is there, in one environment. */
export function NeedGraph({ containers, environments }: NeedGraphProps) {
  const [name, setName] = useState<string>();
  const types = useTypes();
  const shown =
    environments.find(({ environment }) => environment.name === name) ??
    environments.at(0);
  if (!shown) {
    return null;
  }
  const { environment, needs } = shown;
  const rows = Math.max(containers.length, needs.length);
  return (
    <>
      <ToggleButtonGroup
        aria-label={t('needGraph.environment')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[environment.name]}
        onSelectionChange={([chosen]) => setName(String(chosen))}
      >
        {environments.map(item => (
          <ToggleButton key={item.environment.name} id={item.environment.name}>
            {item.environment.title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className={styles.graph}>
        <ul className={styles.column} aria-label={t('needGraph.containers')}>
          {containers.map(container => (
            <li key={container.name} className={styles.box}>
              <span className={styles.name}>{container.name}</span>
              <span className={`${textStyles.mono} ${styles.image}`}>
                {container.image}
              </span>
            </li>
          ))}
        </ul>
        <svg
          className={styles.lines}
          width={LINE_WIDTH}
          height={rows * ROW}
          aria-hidden="true"
        >
          {containers.flatMap((container, from) =>
            needs.map(
              (need, to) =>
                container.needs.includes(need.name) && (
                  <path
                    key={`${container.name} ${need.name}`}
                    data-missing={
                      need.status === 'missing' ||
                      need.status === 'name-taken' ||
                      need.status === 'unserved'
                    }
                    d={lineBetween(from, to)}
                  />
                ),
            ),
          )}
        </svg>
        <ul
          className={styles.column}
          aria-label={t('needGraph.whatItNeedsIn', {
            title: environment.title,
          })}
        >
          {needs.map(need => (
            <li
              key={need.name}
              className={styles.box}
              data-status={need.status}
            >
              <TypeIcon icon={types.get(need.type)?.icon} />
              <div className={styles.name}>
                {need.name}
                <div className={textStyles.muted}>
                  {typeTitle(types, need.type)}
                </div>
              </div>
              <div className={styles.state}>
                <NeedState need={need} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** From the middle of one box to the middle of another, softly. */
function lineBetween(from: number, to: number): string {
  const [start, end] = [from, to].map(row => (row + 0.5) * ROW);
  const middle = LINE_WIDTH / 2;
  return `M0 ${start}C${middle} ${start} ${middle} ${end} ${LINE_WIDTH} ${end}`;
}
