import { EmptyState, formatNumber, QueryState } from '@atrium/ui';
import { Container, Text } from '@backstage/ui';
import { useNotes } from '../hooks/notesHooks';
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
            title="You have no notes yet"
            description="Open a component and write down what you want to remember about it."
          />
        }
      >
        {page => (
          <>
            <NoteList notes={page.items} showsEntity />
            {page.nextCursor && (
              <Text color="secondary">
                The latest {formatNumber(page.items.length)} of{' '}
                {formatNumber(page.totalItems)} notes
              </Text>
            )}
          </>
        )}
      </QueryState>
    </Container>
  );
}
