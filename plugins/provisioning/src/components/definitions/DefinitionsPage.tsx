import { lazy, Suspense } from 'react';
import { Route, useParams } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { PageBody, PageRoutes, LoadingState } from '@atrium/ui';
import { DefinitionList } from './DefinitionList';

// Loads an editor, for which those who only look have no use.
const DefinitionEditor = lazy(() =>
  import('../definitionEditor/DefinitionEditor').then(m => ({
    default: m.DefinitionEditor,
  })),
);

/** What can be asked for, and the form for those who write it. */
export function DefinitionsPage() {
  return (
    <ReactRouterV6PageRouter>
      <PageBody>
        <Suspense fallback={<LoadingState height={480} />}>
          <PageRoutes>
            <Route index element={<DefinitionList />} />
            <Route path="new" element={<DefinitionEditor />} />
            <Route path=":definition/edit" element={<EditDefinition />} />
          </PageRoutes>
        </Suspense>
      </PageBody>
    </ReactRouterV6PageRouter>
  );
}

function EditDefinition() {
  const { definition = '' } = useParams();
  return <DefinitionEditor key={definition} name={definition} />;
}
