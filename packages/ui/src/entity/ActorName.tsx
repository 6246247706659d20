import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { t } from '../translation';
import { useEntityTitles } from './entityTitles';

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

/** What {@link ActorName} shows of each of these, where it has to be text. */
export function useActorNames(actors: string[]): Map<string, string> {
  const names = [...new Set(actors)];
  const titles = useEntityTitles(
    names.filter(name => USER_NAME.test(name)).map(toUserRef),
  );
  return new Map(
    names.map(name => [name, titles.get(toUserRef(name)) ?? name]),
  );
}

/** ` by ` and who did it; nothing where that is not known. */
export function ByActor({ actor }: Partial<ActorNameProps>) {
  return actor ? (
    <> {t('actorName.by', { actor: <ActorName actor={actor} /> })}</>
  ) : null;
}

function UserName({ name }: { name: string }) {
  const { primaryTitle } = useEntityPresentation(toUserRef(name));
  return <>{primaryTitle}</>;
}

function toUserRef(name: string): string {
  return `user:default/${name.toLocaleLowerCase('en')}`;
}
