import { useQuery } from '@tanstack/react-query';
import type { Command } from '@atrium/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { SearchHit } from '../results/SearchHit';

/** The page of an entity in the portal. */
const ENTITY_PAGE = /^\/catalog\/([^/]+)\/([^/]+)\/([^/]+)$/;

/**
 * Whether the person may do commands to the entities among hits, all asked at once.
 *
 * @returns for a command and the page of an entity: undefined while it is not known
 */
export function useEntityRights(
  commands: readonly Command[],
  hits: readonly SearchHit[],
): (command: Command, location: string) => boolean | undefined {
  const permissionApi = useApi(permissionApiRef);
  const questions = commands.flatMap(({ permission, kinds = [] }) =>
    permission
      ? hits
          .filter(({ subject }) => kinds.includes(subject))
          .map(({ location }) => ({ permission, location }))
      : [],
  );
  const { data, isError } = useQuery({
    queryKey: ['search', 'rights', questions.map(toKey)],
    enabled: questions.length > 0,
    placeholderData: undefined,
    queryFn: async () =>
      new Map(
        await Promise.all(
          questions.map(async ({ permission, location }) => {
            const resourceRef = toEntityRef(location);
            const { result } = await permissionApi.authorize({
              permission,
              resourceRef,
            });
            return [
              toKey({ permission, location }),
              result === AuthorizeResult.ALLOW,
            ] as const;
          }),
        ),
      ),
  });
  return ({ permission }, location) => {
    const right = permission && data?.get(toKey({ permission, location }));
    // Where that cannot be asked, the page says it.
    return right ?? (isError || undefined);
  };
}

function toKey(question: {
  permission: ResourcePermission;
  location: string;
}): string {
  return `${question.permission.name} ${question.location}`;
}

function toEntityRef(location: string): string {
  const [, namespace, kind, name] = (ENTITY_PAGE.exec(location) ?? []).map(
    decodeURIComponent,
  );
  return stringifyEntityRef({ kind, namespace, name });
}
