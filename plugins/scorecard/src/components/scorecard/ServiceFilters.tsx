import { SearchField } from '@backstage/ui';
import {
  checkOutcomeSchema,
  type ScorecardDetails,
} from '@atrium/plugin-scorecard-common';
import { FilterRow, FilterSelect, useDebouncedText } from '@atrium/ui';
import { useGroupOptions } from '../../hooks/useGroupOptions';
import {
  NO_LEVEL_VALUE,
  type ResultFilterChanges,
  type ResultFilters,
} from '../../hooks/useResultFilters';
import { shownLevels } from '../../rating/levels';
import { t } from '../../translation';
import { OUTCOME_WORDS } from '../../words/outcomeWords';

/** Props of {@link ServiceFilters}. */
export interface ServiceFiltersProps {
  scorecard: ScorecardDetails;
  filters: ResultFilters;
  onChange(changes: ResultFilterChanges): void;
}

/** Narrows the services of a scorecard. */
export function ServiceFilters(props: ServiceFiltersProps) {
  const { scorecard, filters, onChange } = props;
  const [text, setText] = useDebouncedText(filters.text ?? '', typed =>
    onChange({ text: typed || undefined }),
  );
  const owners = useGroupOptions(scorecard.name, 'owner');
  const systems = useGroupOptions(scorecard.name, 'system');
  return (
    <FilterRow>
      <SearchField
        aria-label={t('serviceFilters.search')}
        placeholder={t('serviceFilters.name')}
        size="small"
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label={t('serviceFilters.owner')}
        anyLabel={t('serviceFilters.anyOwner')}
        options={owners}
        value={filters.owner}
        onChange={owner => onChange({ owner })}
      />
      <FilterSelect
        label={t('serviceFilters.system')}
        anyLabel={t('serviceFilters.anySystem')}
        options={systems}
        value={filters.system}
        onChange={system => onChange({ system })}
      />
      {scorecard.levels.length > 0 && (
        <FilterSelect
          label={t('serviceFilters.level')}
          anyLabel={t('serviceFilters.anyLevel')}
          options={shownLevels(scorecard).map(({ name, title }) => ({
            value: name ?? NO_LEVEL_VALUE,
            label: title,
          }))}
          value={filters.level}
          onChange={level => onChange({ level })}
        />
      )}
      <FilterSelect
        label={t('serviceFilters.check')}
        anyLabel={t('serviceFilters.anyCheck')}
        options={scorecard.checks.map(({ name, title }) => ({
          value: name,
          label: title,
        }))}
        value={filters.check}
        onChange={check => onChange({ check })}
      />
      {filters.check && (
        <FilterSelect
          label={t('serviceFilters.outcome')}
          anyLabel={OUTCOME_WORDS.fail}
          options={checkOutcomeSchema.options
            .filter(outcome => outcome !== 'fail')
            .map(outcome => ({
              value: outcome,
              label: OUTCOME_WORDS[outcome],
            }))}
          value={filters.outcome === 'fail' ? undefined : filters.outcome}
          onChange={outcome => onChange({ outcome })}
        />
      )}
    </FilterRow>
  );
}
