import { Route } from 'react-router-dom';
import { PageRoutes } from '@atrium/ui';
import { TaskList } from './TaskList';
import { TaskPage } from './TaskPage';

/** The runs of templates, and each of them. */
export function TasksPage() {
  return (
    <PageRoutes>
      <Route index element={<TaskList />} />
      <Route path=":taskId" element={<TaskPage />} />
    </PageRoutes>
  );
}
