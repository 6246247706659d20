import {
  type AddressChanges,
  FilterRow,
  FilterSelect,
  useDebouncedText,
  ViewChoice,
} from '@atrium/ui';
import { SearchField } from '@backstage/ui';
import { useTopics } from '../queries/useNotifications';
import { t } from '../translation';
import { toTopicTitle } from '../words/toTopicTitle';
import type {
  NotificationFilters,
  notificationFiltersSchema,
} from './notificationFilters';

const VIEWS = [
  {
    id: 'unread',
    get title() {
      return t('notificationFilterRow.unread');
    },
  },
  {
    id: 'saved',
    get title() {
      return t('notificationFilterRow.saved');
    },
  },
  {
    id: 'all',
    get title() {
      return t('notificationFilterRow.all');
    },
  },
];

const SEVERITIES = [
  {
    value: 'high',
    get label() {
      return t('notificationFilterRow.highAndCritical');
    },
  },
  {
    value: 'critical',
    get label() {
      return t('notificationFilterRow.critical');
    },
  },
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
        aria-label={t('notificationFilterRow.searchNotifications')}
        placeholder={t('notificationFilterRow.searchNotifications')}
        size="small"
        value={text}
        onChange={setText}
      />
      <FilterSelect
        label={t('notificationFilterRow.topic')}
        anyLabel={t('notificationFilterRow.anyTopic')}
        options={topics.map(topic => ({
          value: topic,
          label: toTopicTitle(topic),
        }))}
        value={filters.topic}
        onChange={topic => onChange({ topic })}
      />
      <FilterSelect
        label={t('notificationFilterRow.severity')}
        anyLabel={t('notificationFilterRow.anySeverity')}
        options={SEVERITIES}
        value={filters.severity}
        onChange={severity => onChange({ severity })}
      />
    </FilterRow>
  );
}
