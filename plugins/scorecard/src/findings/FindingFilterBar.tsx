import { Checkbox, SearchField } from '@backstage/ui';
import {
  findingKindSchema,
  findingStateSchema,
} from '@atrium/plugin-scorecard-common';
import {
  FilterRow,
  FilterSelect,
  OwnerAndSystemFilters,
  useDebouncedText,
} from '@atrium/ui';
import { t } from '../translation';
import { KIND_WORDS, STATE_WORDS } from './findingWords';
import styles from './findings.module.css';
import type { FindingFilterChanges, FindingFilters } from './useFindingFilters';

/** Props of {@link FindingFilterBar}. */
export interface FindingFilterBarProps {
  filters: FindingFilters;
  /** The tools that one can choose from. */
  scanners: readonly string[];
  /** Of one entity, so that it has one owner and system. */
  isOfEntity: boolean;
  onChange(changes: FindingFilterChanges): void;
}

/** Narrows a list of findings. */
export function FindingFilterBar(props: FindingFilterBarProps) {
  const { filters, scanners, isOfEntity, onChange } = props;
  const [text, setText] = useDebouncedText(filters.text ?? '', typed =>
    onChange({ text: typed || undefined }),
  );
  return (
    <FilterRow>
      <SearchField
        aria-label={t('findingFilterBar.searchFindings')}
        placeholder={t('findingFilterBar.titleRuleFileOrPackage')}
        size="small"
        value={text}
        onChange={setText}
      />
      {!isOfEntity && (
        <OwnerAndSystemFilters
          owner={filters.owner}
          system={filters.system}
          onChange={onChange}
        />
      )}
      <FilterSelect
        label={t('findingFilterBar.state')}
        anyLabel={STATE_WORDS.open.text}
        options={findingStateSchema.options
          .filter(state => state !== 'open')
          .map(state => ({ value: state, label: STATE_WORDS[state].text }))}
        value={filters.state === 'open' ? undefined : filters.state}
        onChange={state => onChange({ state })}
      />
      <FilterSelect
        label={t('findingFilterBar.kind')}
        anyLabel={t('findingFilterBar.anyKind')}
        options={findingKindSchema.options.map(kind => ({
          value: kind,
          label: KIND_WORDS[kind],
        }))}
        value={filters.kind}
        onChange={kind => onChange({ kind })}
      />
      <FilterSelect
        label={t('findingFilterBar.scanner')}
        anyLabel={t('findingFilterBar.anyScanner')}
        options={scanners.map(tool => ({ value: tool, label: tool }))}
        value={filters.scanner}
        onChange={scanner => onChange({ scanner })}
      />
      <Checkbox
        className={styles.overdue}
        isSelected={filters.overdue !== undefined}
        onChange={isSelected =>
          onChange({ overdue: isSelected ? 'true' : undefined })
        }
      >
        {t('findingFilterBar.overdueOnly')}
      </Checkbox>
    </FilterRow>
  );
}
