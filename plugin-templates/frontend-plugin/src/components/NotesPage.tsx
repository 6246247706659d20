import { EmptyState, QueryState } from '@atrium/ui';
import { Container, Text } from '@backstage/ui';
import { RiStickyNoteLine } from '@remixicon/react';
import { useNotes } from '../hooks/notesHooks';
import { t } from '../translation';
import { NoteList } from './NoteList';

/** All notes of the person who is signed in. */
export function NotesPage() {
  const query = useNotes();
  return (
    <Container>
      <QueryState
        query={query}
        isEmpty={page => page.items.length === 0}
        empty={
          <EmptyState
            icon={<RiStickyNoteLine />}
            title={t('notesPage.empty')}
            description={t('notesPage.emptyHint')}
          />
        }
      >
        {page => (
          <>
            <NoteList notes={page.items} showsEntity />
            {page.nextCursor && (
              <Text color="secondary">
                {t('notesPage.latestOf', {
                  shown: page.items.length,
                  totalItems: page.totalItems,
                })}
              </Text>
            )}
          </>
        )}
      </QueryState>
    </Container>
  );
}
