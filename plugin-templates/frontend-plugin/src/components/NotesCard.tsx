import { EmptyState, QueryState } from '@atrium/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardFooter, CardHeader, Text } from '@backstage/ui';
import { useNotes } from '../hooks/notesHooks';
import { t } from '../translation';
import { NoteForm } from './NoteForm';
import { NoteList } from './NoteList';

/** The notes of the person about the entity of the page. */
export function NotesCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useNotes(entityRef);
  return (
    <Card>
      <CardHeader>
        <Text as="h3" weight="bold">
          {t('notesCard.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <QueryState
          query={query}
          isEmpty={page => page.items.length === 0}
          empty={
            <EmptyState
              title={t('notesCard.empty')}
              description={t('notesCard.emptyHint')}
            />
          }
        >
          {page => <NoteList notes={page.items} />}
        </QueryState>
      </CardBody>
      <CardFooter>
        <NoteForm entityRef={entityRef} />
      </CardFooter>
    </Card>
  );
}
