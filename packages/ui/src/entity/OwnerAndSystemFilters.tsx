import { FilterSelect } from '../input/FilterSelect';
import { t } from '../translation';
import { useOwnerAndSystemChoices } from './useOwnerAndSystemChoices';

/** Props of {@link OwnerAndSystemFilters}. */
export interface OwnerAndSystemFiltersProps {
  /** What the entities carry whose owners and systems are offered. Default: any. */
  annotation?: string;
  /** Entity refs; undefined means any. */
  owner?: string;
  system?: string;
  onChange(changes: { owner?: string } | { system?: string }): void;
}

/** Narrows a list to an owner and a system; goes into a `FilterRow`. */
export function OwnerAndSystemFilters(props: OwnerAndSystemFiltersProps) {
  const { annotation, owner, system, onChange } = props;
  const { data } = useOwnerAndSystemChoices(annotation);
  return (
    <>
      <FilterSelect
        label={t('ownerAndSystemFilters.owner')}
        anyLabel={t('ownerAndSystemFilters.anyOwner')}
        options={data?.owners ?? []}
        value={owner}
        onChange={changed => onChange({ owner: changed })}
      />
      <FilterSelect
        label={t('ownerAndSystemFilters.system')}
        anyLabel={t('ownerAndSystemFilters.anySystem')}
        options={data?.systems ?? []}
        value={system}
        onChange={changed => onChange({ system: changed })}
      />
    </>
  );
}
