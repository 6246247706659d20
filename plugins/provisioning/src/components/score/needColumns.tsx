import type {
  Score,
  ScoreNeedStatus,
  TypeSummary,
} from '@atrium/plugin-provisioning-common';
import { type DataColumn, formatList, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { typeTitle } from '../../words/typeTitle';
import { TypeIcon } from '../shared/TypeIcon';
import { NeedState } from './NeedState';
import styles from './score.module.css';

/** One need of a workload, in every environment. */
export interface NeedRow {
  name: string;
  type: string;
  /** The containers whose texts and volumes name it. */
  usedBy: string[];
  /** How it stands, by environment. */
  states: ReadonlyMap<string, ScoreNeedStatus>;
}

/** The needs of a workload, each with how it stands in every environment. */
export function toNeedRows({ workload, environments }: Score): NeedRow[] {
  const needs = environments.at(0)?.needs ?? [];
  return needs.map(({ name, type }) => ({
    name,
    type,
    usedBy: (workload?.containers ?? [])
      .filter(container => container.needs.includes(name))
      .map(container => container.name),
    states: new Map(
      environments.flatMap(item =>
        item.needs
          .filter(need => need.name === name)
          .map(need => [item.environment.name, need] as const),
      ),
    ),
  }));
}

/** A need and, side by side, how it stands in each environment. */
export function needColumns(
  { environments }: Score,
  types: ReadonlyMap<string, TypeSummary>,
): DataColumn<NeedRow>[] {
  return [
    {
      title: t('needColumns.needs'),
      cell: ({ name, type, usedBy }) => (
        <div className={styles.need}>
          <TypeIcon icon={types.get(type)?.icon} />
          <div>
            {name}
            <div className={textStyles.muted}>
              {usedBy.length > 0
                ? t('needColumns.usedBy', {
                    type: typeTitle(types, type),
                    containers: formatList(usedBy),
                  })
                : typeTitle(types, type)}
            </div>
          </div>
        </div>
      ),
    },
    ...environments.map(({ environment }) => ({
      id: environment.name,
      title: environment.title,
      cell: ({ states }: NeedRow) => {
        const need = states.get(environment.name);
        return need && <NeedState need={need} />;
      },
    })),
  ];
}
