import {
  entityTitle,
  findLink,
  isRecord,
  type MessageList,
  relationTargets,
} from '@atrium/common';
import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import {
  readEntitiesByRef,
  type ReadEntitiesByRefOptions,
} from './readEntitiesByRef';

/** What a refusal names: what it is about, and whom to ask. */
export type OwnerNames = {
  /** The titles of the entities. */
  name: MessageList;
  /** Their owners, with their channel or address; the administrators for none. */
  owners: MessageList;
};

const OWNER_KINDS = ['group', 'user'];
const FIELDS = ['kind', 'metadata', 'spec.profile', 'relations'];

/**
 * Reads how people call entities and who owns them, for a refusal: as the values of
 * its message. Groups and people answer for themselves.
 *
 * @param entityRefs - what somebody may not touch; hidden ones are called by their name
 */
export async function readOwnerNames(
  entityRefs: readonly string[],
  options: Omit<ReadEntitiesByRefOptions, 'fields'>,
): Promise<OwnerNames> {
  const read = (refs: readonly string[]) =>
    readEntitiesByRef(refs, { ...options, fields: FIELDS });
  const entities = await read(entityRefs);
  const ownerRefs = [
    ...new Set(entityRefs.flatMap(ref => ownersOf(ref, entities.get(ref)))),
  ];
  const owners = new Map([
    ...entities,
    ...(await read(ownerRefs.filter(ref => !entities.has(ref)))),
  ]);
  return {
    name: { list: entityRefs.map(ref => nameOf(ref, entities.get(ref))) },
    owners: {
      list:
        ownerRefs.length > 0
          ? ownerRefs.map(ref => withContact(ref, owners.get(ref)))
          : [{ key: 'common.administrators' }],
    },
  };
}

function ownersOf(ref: string, entity: Entity | undefined): string[] {
  if (OWNER_KINDS.includes(parseEntityRef(ref).kind)) {
    return [ref];
  }
  return entity ? relationTargets(entity, RELATION_OWNED_BY) : [];
}

function nameOf(ref: string, entity: Entity | undefined): string {
  return (entity && entityTitle(entity)) ?? parseEntityRef(ref).name;
}

function withContact(ref: string, entity: Entity | undefined): string {
  const name = nameOf(ref, entity);
  const profile = entity?.spec?.profile;
  const chat = entity && findLink(entity, 'chat');
  const contact =
    (chat?.title?.startsWith('#') ? chat.title : chat?.url) ??
    (isRecord(profile) ? profile.email : undefined);
  return typeof contact === 'string' ? `${name} (${contact})` : name;
}
