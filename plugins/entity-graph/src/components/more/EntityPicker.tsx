import { useState } from 'react';
import { useEntityTitles } from '@atrium/ui';
import { Combobox } from '@backstage/ui';
import { useEntityChoices } from '../../hooks/useEntityChoices';

/** Props of {@link EntityPicker}. */
export interface EntityPickerProps {
  label: string;
  placeholder: string;
  value: string | undefined;
  onChange(entityRef: string | undefined): void;
}

/** Chooses an entity by its name or title. */
export function EntityPicker(props: EntityPickerProps) {
  const { label, placeholder, value, onChange } = props;
  const [text, setText] = useState('');
  const { data: items = [], isFetching } = useEntityChoices(text);
  const titles = useEntityTitles(value ? [value] : []);
  return (
    <Combobox
      aria-label={label}
      placeholder={placeholder}
      size="small"
      options={{
        items,
        filterText: text,
        setFilterText: setText,
        loadingState: isFetching ? 'filtering' : 'idle',
        loadMore: () => {},
      }}
      search={{ mode: 'server' }}
      value={value ? { id: value, label: titles.get(value) ?? value } : null}
      onChange={chosen => onChange(chosen?.id)}
    />
  );
}
