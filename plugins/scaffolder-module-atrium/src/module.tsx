import { createFrontendModule } from '@backstage/frontend-plugin-api';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { templateManagementPermission } from '@backstage/plugin-scaffolder-common/alpha';
import { titles } from './titles';

/** What is for who writes templates is not there for others. */
const forAuthors = {
  if: { permissions: { $contains: templateManagementPermission.name } },
};

const templatesPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/templates')
  .override({
    factory: originalFactory =>
      originalFactory({
        params: {
          title: titles('templates'),
          loader: () =>
            import('./templates/TemplatesPage').then(m => <m.TemplatesPage />),
        },
      }),
  });

const tasksPage = scaffolderPlugin
  .getExtension('sub-page:scaffolder/tasks')
  .override({
    factory: originalFactory =>
      originalFactory({
        params: {
          title: titles('tasks'),
          loader: () =>
            import('./tasks/TasksPage').then(({ TasksPage }) => <TasksPage />),
        },
      }),
  });

/** Choosing a golden path, filling in its form, watching its run. */
export const scaffolderModuleAtrium = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [
    scaffolderPlugin
      .getExtension('page:scaffolder')
      .override({ params: { title: titles('page') } }),
    templatesPage,
    tasksPage,
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/editor')
      .override({ ...forAuthors, params: { title: titles('editor') } }),
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/actions')
      .override({ ...forAuthors, params: { title: titles('actions') } }),
    scaffolderPlugin
      .getExtension('sub-page:scaffolder/templating-extensions')
      .override({ ...forAuthors, params: { title: titles('functions') } }),
  ],
});
