import { Route, Routes } from 'react-router-dom';
import { TemplatePage } from '../form/TemplatePage';
import { TemplateList } from './TemplateList';

/** The templates, and the form of each. */
export function TemplatesPage() {
  return (
    <Routes>
      <Route index element={<TemplateList />} />
      <Route path=":namespace/:templateName" element={<TemplatePage />} />
    </Routes>
  );
}
