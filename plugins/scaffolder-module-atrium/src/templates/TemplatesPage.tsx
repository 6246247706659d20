import { Route } from 'react-router-dom';
import { PageRoutes } from '@atrium/ui';
import { TemplatePage } from '../form/TemplatePage';
import { TemplateList } from './TemplateList';

/** The templates, and the form of each. */
export function TemplatesPage() {
  return (
    <PageRoutes>
      <Route index element={<TemplateList />} />
      <Route path=":namespace/:templateName" element={<TemplatePage />} />
    </PageRoutes>
  );
}
