import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { Button, Link } from '@backstage/ui';
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
import { TASK_STATUS_WORDS } from './taskStatusWords';
import { taskTitle, templateTitle } from './taskTitle';
import { PAGE_SIZE, useTasks } from './useTasks';

const ADDRESS = z.object({
  show: z.enum(['owned', 'all']).default('owned'),
  page: z.coerce.number().int().min(1).default(1),
});

const VIEWS = [
  { id: 'owned', title: 'Mine' },
  { id: 'all', title: 'All' },
];

const COLUMNS: DataColumn<ScaffolderTask>[] = [
  {
    title: 'What',
    cell: task => <Link href={taskHref(task.id)}>{taskTitle(task)}</Link>,
  },
  {
    title: 'Template',
    cell: ({ spec }) =>
      spec.templateInfo ? (
        <Link href={templateHref(spec.templateInfo.entityRef)}>
          {templateTitle(spec) ?? spec.templateInfo.entityRef}
        </Link>
      ) : (
        'Not known'
      ),
  },
  {
    title: 'Status',
    cell: ({ status }) => {
      const words = TASK_STATUS_WORDS[status];
      return <StatusBadge status={words.status}>{words.text}</StatusBadge>;
    },
  },
  {
    title: 'Started by',
    cell: ({ spec }) =>
      spec.user?.ref ? (
        <EntityRefLink entityRef={spec.user.ref} hideIcon />
      ) : (
        'Not known'
      ),
  },
  {
    title: 'Started',
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
          label="Whose"
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
            title={
              show === 'owned'
                ? 'You have created nothing yet'
                : 'Nothing was created yet'
            }
            description="What is created from a template is listed here with its log."
            action={<Link href={TEMPLATES_HREF}>Choose a template</Link>}
          />
        }
      >
        {({ tasks, totalTasks = tasks.length }) => (
          <>
            <ListBar
              summary={totalTasks === 1 ? '1 run' : `${totalTasks} runs`}
            >
              {page > 1 && (
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() => setAddress({ page: page - 1 })}
                >
                  Later
                </Button>
              )}
              {page * PAGE_SIZE < totalTasks && (
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() => setAddress({ page: page + 1 })}
                >
                  Earlier
                </Button>
              )}
            </ListBar>
            <DataTable
              label="Runs"
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
