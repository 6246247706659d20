import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { t } from '../translation';

/** What a user of the catalog can be called. */
const USER_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** Props of {@link ActorName}. */
export interface ActorNameProps {
  /** As the git host calls them. */
  actor: string;
}

/**
 * Who did something: their name, where the catalog calls its users as the git host
 * does, and otherwise what the git host calls them.
 */
export function ActorName({ actor }: ActorNameProps) {
  return USER_NAME.test(actor) ? <UserName name={actor} /> : <>{actor}</>;
}

/** ` by ` and who did it; nothing where that is not known. */
export function ByActor({ actor }: Partial<ActorNameProps>) {
  return actor ? (
    <> {t('actorName.by', { actor: <ActorName actor={actor} /> })}</>
  ) : null;
}

function UserName({ name }: { name: string }) {
  const { primaryTitle } = useEntityPresentation({
    kind: 'user',
    namespace: 'default',
    name,
  });
  return <>{primaryTitle}</>;
}
