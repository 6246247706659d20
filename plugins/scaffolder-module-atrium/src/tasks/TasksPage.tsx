import { Route, Routes } from 'react-router-dom';
import { TaskList } from './TaskList';
import { TaskPage } from './TaskPage';

/** The runs of templates, and each of them. */
export function TasksPage() {
  return (
    <Routes>
      <Route index element={<TaskList />} />
      <Route path=":taskId" element={<TaskPage />} />
    </Routes>
  );
}
