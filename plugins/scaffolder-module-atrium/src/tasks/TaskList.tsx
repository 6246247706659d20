import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { Button, Link } from '@backstage/ui';
import { RiAddCircleLine } from '@remixicon/react';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  FilterRow,
  ListBar,
  PageBody,
  QueryState,
  RelativeTime,
  StatusBadge,
  useAddressState,
  ViewChoice,
} from '@atrium/ui';
import { z } from 'zod';
import { taskHref, templateHref, TEMPLATES_HREF } from '../createLinks';
import { t } from '../translation';
import { TASK_STATUS_WORDS } from './taskStatusWords';
import { taskTitle, templateTitle } from './taskTitle';
import { PAGE_SIZE, useTasks } from './useTasks';

const ADDRESS = z.object({
  show: z.enum(['owned', 'all']).default('owned'),
  page: z.coerce.number().int().min(1).default(1),
});

const VIEWS = [
  {
    id: 'owned',
    get title() {
      return t('taskList.mine');
    },
  },
  {
    id: 'all',
    get title() {
      return t('taskList.all');
    },
  },
];

const COLUMNS: DataColumn<ScaffolderTask>[] = [
  {
    get title() {
      return t('taskList.what');
    },
    cell: task => <Link href={taskHref(task.id)}>{taskTitle(task)}</Link>,
  },
  {
    get title() {
      return t('taskList.template');
    },
    cell: ({ spec }) =>
      spec.templateInfo ? (
        <Link href={templateHref(spec.templateInfo.entityRef)}>
          {templateTitle(spec) ?? spec.templateInfo.entityRef}
        </Link>
      ) : (
        t('taskList.notKnown')
      ),
  },
  {
    get title() {
      return t('taskList.status');
    },
    cell: ({ status }) => {
      const words = TASK_STATUS_WORDS[status];
      return <StatusBadge status={words.status}>{words.text}</StatusBadge>;
    },
  },
  {
    get title() {
      return t('taskList.startedBy');
    },
    cell: ({ spec }) =>
      spec.user?.ref ? (
        <EntityRefLink entityRef={spec.user.ref} hideIcon />
      ) : (
        t('taskList.notKnown')
      ),
  },
  {
    get title() {
      return t('taskList.started');
    },
    cell: ({ createdAt }) => <RelativeTime instant={createdAt} />,
  },
];

/** What was created from templates, or could not be. */
export function TaskList() {
  const [{ show, page }, setAddress] = useAddressState(ADDRESS);
  return (
    <PageBody>
      <FilterRow>
        <ViewChoice
          label={t('taskList.whose')}
          views={VIEWS}
          chosen={show}
          onChoose={id =>
            setAddress({ show: id === 'all' ? 'all' : 'owned', page: 1 })
          }
        />
      </FilterRow>
      <QueryState
        query={useTasks({ show, page })}
        isEmpty={({ tasks }) => tasks.length === 0 && page === 1}
        empty={
          <EmptyState
            icon={<RiAddCircleLine />}
            title={
              show === 'owned'
                ? t('taskList.youHaveCreatedNothingYet')
                : t('taskList.nothingWasCreatedYet')
            }
            description={t('taskList.whatIsCreatedFromA')}
            action={
              <Link href={TEMPLATES_HREF}>{t('taskList.chooseATemplate')}</Link>
            }
          />
        }
      >
        {({ tasks, totalTasks = tasks.length }) => (
          <>
            <ListBar summary={t('taskList.runs', { count: totalTasks })}>
              {page > 1 && (
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() => setAddress({ page: page - 1 })}
                >
                  {t('taskList.later')}
                </Button>
              )}
              {page * PAGE_SIZE < totalTasks && (
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() => setAddress({ page: page + 1 })}
                >
                  {t('taskList.earlier')}
                </Button>
              )}
            </ListBar>
            <DataTable
              label={t('taskList.runs2')}
              columns={COLUMNS}
              items={tasks}
              keyOf={({ id }) => id}
            />
          </>
        )}
      </QueryState>
    </PageBody>
  );
}
