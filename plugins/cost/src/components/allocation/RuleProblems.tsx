import type { Allocation } from '@atrium/plugin-cost-common';
import { DataTable, Section, textStyles } from '@atrium/ui';

type Problem = Allocation['problems'][number];

/** What keeps a file of rules from being in force; not there without any. */
export function RuleProblems({ problems }: { problems: Problem[] }) {
  return problems.length === 0 ? null : (
    <Section title="What is wrong">
      <p className={textStyles.muted}>
        Until this is fixed, the previous version stays in force.
      </p>
      <DataTable
        label="Problems of the rules"
        columns={[
          { title: 'What is wrong', cell: ({ message }) => message },
          { title: 'File', cell: ({ source }) => source },
          { title: 'Line', isNumber: true, cell: ({ line }) => line },
        ]}
        items={problems}
        keyOf={problem => JSON.stringify(problem)}
      />
    </Section>
  );
}
