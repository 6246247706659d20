import { useStarredEntities } from '@backstage/plugin-catalog-react';
import { SearchField } from '@backstage/ui';
import { RiAddCircleLine } from '@remixicon/react';
import {
  EmptyState,
  FilterRow,
  FilterSelect,
  ListBar,
  PageBody,
  QueryState,
  useAddressState,
  useDebouncedText,
  useEntityTitles,
  useOwnerRefs,
  ViewChoice,
  ViewSkeleton,
} from '@atrium/ui';
import { z } from 'zod';
import { t } from '../translation';
import { TemplateCard } from './TemplateCard';
import styles from './TemplateList.module.css';
import { type Template, useTemplates } from './useTemplates';

const showSchema = z.enum(['all', 'mine', 'starred']).catch('all');

const VIEWS = [
  {
    id: 'all',
    get title() {
      return t('templateList.all');
    },
  },
  {
    id: 'mine',
    get title() {
      return t('templateList.mine');
    },
  },
  {
    id: 'starred',
    get title() {
      return t('templateList.starred');
    },
  },
];

const FILTERS = z.object({
  text: z.string().default(''),
  owner: z.string().optional(),
  type: z.string().optional(),
  show: z.enum(['all', 'mine', 'starred']).default('all'),
});

type Filters = z.infer<typeof FILTERS>;

/** What can be created, as cards. */
export function TemplateList() {
  const query = useTemplates();
  return (
    <PageBody>
      <QueryState
        query={query}
        loading={<LoadingCards />}
        isEmpty={templates => templates.length === 0}
        empty={
          <EmptyState
            icon={<RiAddCircleLine />}
            title={t('templateList.thereIsNoTemplateYet')}
            description={t('templateList.thePlatformTeamPublishesGolden')}
          />
        }
      >
        {templates => <Templates templates={templates} />}
      </QueryState>
    </PageBody>
  );
}

function Templates({ templates }: { templates: Template[] }) {
  const [filters, setFilters] = useAddressState(FILTERS);
  const [text, setText] = useDebouncedText(filters.text, words =>
    setFilters({ text: words }),
  );
  const ownerRefs = useOwnerRefs();
  const { starredEntities } = useStarredEntities();
  const owners = distinct(templates.flatMap(({ ownerRef }) => ownerRef ?? []));
  const ownerTitles = useEntityTitles(owners);
  const titleOf = (ref: string) => ownerTitles.get(ref) ?? ref;
  const matching = templates.filter(
    template =>
      matches(template, filters) &&
      (filters.show !== 'starred' || starredEntities.has(template.entityRef)),
  );
  return (
    <>
      <FilterRow>
        <SearchField
          aria-label={t('templateList.searchTemplates')}
          placeholder={t('templateList.searchTemplates')}
          size="small"
          value={text}
          onChange={setText}
        />
        <FilterSelect
          label={t('templateList.type')}
          anyLabel={t('templateList.anyType')}
          options={distinct(
            templates.map(({ entity }) => entity.spec.type),
          ).map(type => ({ value: type, label: type }))}
          value={filters.type}
          onChange={type => setFilters({ type })}
        />
        <FilterSelect
          label={t('templateList.owner')}
          anyLabel={t('templateList.anyOwner')}
          options={owners.map(ref => ({ value: ref, label: titleOf(ref) }))}
          value={filters.owner}
          onChange={owner => setFilters({ owner })}
        />
        <ViewChoice
          label={t('templateList.whichTemplates')}
          views={VIEWS}
          chosen={filters.show}
          onChoose={id => setFilters({ show: showSchema.parse(id) })}
        />
      </FilterRow>
      {filters.show === 'mine' ? (
        <QueryState query={ownerRefs} loading={<LoadingCards />}>
          {refs => (
            <TemplateCards
              count={templates.length}
              titleOf={titleOf}
              shown={matching.filter(({ ownerRef = '' }) =>
                refs.includes(ownerRef),
              )}
            />
          )}
        </QueryState>
      ) : (
        <TemplateCards
          count={templates.length}
          titleOf={titleOf}
          shown={matching}
        />
      )}
    </>
  );
}

function TemplateCards(props: {
  shown: Template[];
  /** How many there are, shown or not. */
  count: number;
  titleOf(ownerRef: string): string;
}) {
  const { shown, count, titleOf } = props;
  return (
    <>
      <ListBar
        summary={
          shown.length === count
            ? t('templateList.templates', { count })
            : t('templateList.shownOf', {
                shown: shown.length,
                number: count,
              })
        }
      />
      {shown.length === 0 ? (
        <EmptyState
          title={t('templateList.noTemplateMatches')}
          description={t('templateList.removeAFilterOrSearch')}
        />
      ) : (
        <ul className={styles.cards}>
          {shown.map(template => (
            <TemplateCard
              key={template.entityRef}
              template={template}
              ownerTitle={template.ownerRef && titleOf(template.ownerRef)}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function matches(template: Template, { text, owner, type }: Filters): boolean {
  const { title, ownerRef, entity } = template;
  const { name, description = '', tags = [] } = entity.metadata;
  const words = text.toLocaleLowerCase('en-US').split(/\s+/);
  const searched = [title, name, description, ...tags]
    .join(' ')
    .toLocaleLowerCase('en-US');
  return (
    words.every(word => searched.includes(word)) &&
    (owner === undefined || owner === ownerRef) &&
    (type === undefined || type === entity.spec.type)
  );
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort((a, b) => a.localeCompare(b));
}

function LoadingCards() {
  return (
    <ul className={styles.cards}>
      {Array.from({ length: 6 }, (_, index) => (
        <li key={index}>
          <ViewSkeleton height={210} />
        </li>
      ))}
    </ul>
  );
}
