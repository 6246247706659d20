import type { Allocation } from '@atrium/plugin-cost-common';
import { DataTable, Section, textStyles } from '@atrium/ui';
import { t } from '../../translation';

type Problem = Allocation['problems'][number];

/** What keeps a file of rules from being in force; not there without any. */
export function RuleProblems({ problems }: { problems: Problem[] }) {
  return problems.length === 0 ? null : (
    <Section title={t('ruleProblems.whatIsWrong')}>
      <p className={textStyles.muted}>
        {t('ruleProblems.untilThisIsFixedThe')}
      </p>
      <DataTable
        label={t('ruleProblems.problemsOfTheRules')}
        columns={[
          {
            title: t('ruleProblems.whatIsWrong'),
            cell: ({ message }) => message,
          },
          { title: t('ruleProblems.file'), cell: ({ source }) => source },
          {
            title: t('ruleProblems.line'),
            isNumber: true,
            cell: ({ line }) => line,
          },
        ]}
        items={problems}
        keyOf={problem => JSON.stringify(problem)}
      />
    </Section>
  );
}
