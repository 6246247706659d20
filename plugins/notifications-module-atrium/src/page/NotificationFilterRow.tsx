import {
  type AddressChanges,
  FilterRow,
  FilterSelect,
  useDebouncedText,
  ViewChoice,
} from '@atrium/ui';
import { SearchField } from '@backstage/ui';
import { useTopics } from '../queries/useNotifications';
import { toTopicTitle } from '../words/toTopicTitle';
import type {
  NotificationFilters,
  notificationFiltersSchema,
} from './notificationFilters';

const VIEWS = [
  { id: 'unread', title: 'Unread' },
  { id: 'saved', title: 'Saved' },
  { id: 'all', title: 'All' },
];

const SEVERITIES = [
  { value: 'high', label: 'High and critical' },
  { value: 'critical', label: 'Critical' },
];

export interface NotificationFilterRowProps {
  filters: NotificationFilters;
  onChange(changes: AddressChanges<typeof notificationFiltersSchema>): void;
}

export function NotificationFilterRow(props: NotificationFilterRowProps) {
  const { filters, onChange } = props;
  const [text, setText] = useDebouncedText(filters.search, search =>
    onChange({ search }),
  );
  const { data: { topics } = { topics: [] } } = useTopics();
  return (
    <FilterRow>
      <ViewChoice
        views={VIEWS}
        chosen={filters.view}
        onChoose={view => onChange({ view: String(view) })}
      />
      <SearchField
        aria-label="Search notifications"
        placeholder="Search notifications"
        size="small"
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label="Topic"
        anyLabel="Any topic"
        options={topics.map(topic => ({
          value: topic,
          label: toTopicTitle(topic),
        }))}
        value={filters.topic}
        onChange={topic => onChange({ topic })}
      />
      <FilterSelect
        label="Severity"
        anyLabel="Any severity"
        options={SEVERITIES}
        value={filters.severity}
        onChange={severity => onChange({ severity })}
      />
    </FilterRow>
  );
}
