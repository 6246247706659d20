import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  type FindingQuery,
  type FindingSeverity,
  findingSeveritySchema,
} from '@atrium/plugin-scorecard-common';
import { formatNumber } from '@atrium/ui';
import { t } from '../translation';
import { SEVERITY_WORDS } from './findingWords';
import { SeverityBadge } from './SeverityBadge';
import styles from './findings.module.css';
import { useSeverityCounts } from './useFindings';

/** Props of {@link SeverityChoice}. */
export interface SeverityChoiceProps {
  query: FindingQuery;
  severity: FindingSeverity | undefined;
  onChange(severity: FindingSeverity | undefined): void;
}

/** How many findings there are of each severity; each narrows the list to it. */
export function SeverityChoice(props: SeverityChoiceProps) {
  const { query, severity, onChange } = props;
  const { data: counts } = useSeverityCounts(query);
  return (
    <ToggleButtonGroup
      aria-label={t('severityChoice.severity')}
      selectionMode="single"
      className={styles.severities}
      selectedKeys={severity ? [severity] : []}
      onSelectionChange={([key]) =>
        onChange(findingSeveritySchema.safeParse(key).data)
      }
    >
      {findingSeveritySchema.options.map(option => (
        <ToggleButton key={option} id={option} size="small">
          <SeverityBadge
            severity={option}
            text={
              counts
                ? `${SEVERITY_WORDS[option]} ${formatNumber(counts[option])}`
                : SEVERITY_WORDS[option]
            }
          />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
