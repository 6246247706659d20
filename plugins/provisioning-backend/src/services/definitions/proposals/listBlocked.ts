import type { MessageDescriptor } from '@atrium/common';
import type {
  DefinitionEffects,
  ResourceDefinition,
  ResourceType,
} from '@atrium/plugin-provisioning-common';
import {
  type MatchedResource,
  type StoredDocument,
} from '../../../database/StoredDefinition';
import { words } from '../../../provisioningWords';
import type { DriverRegistry } from '../../DriverRegistry';
import { describeProblem, joinProblems } from '../../requests/describeProblem';
import {
  findUpdateProblems,
  type UpdateProblems,
} from '../../requests/findUpdateProblems';
import {
  type EffectsInput,
  listChangedKeys,
  MAX_RESOURCES,
} from './describeEffects';

/** What {@link listBlocked} works with. */
export interface ListBlockedOptions {
  /** Who agrees where a definition names nobody. */
  approverRefs: readonly string[];
  drivers: Pick<DriverRegistry, 'get'>;
  installationId: string;
}

/** What waits is planned anew once somebody agrees; what leaves is not changed again. */
const STATES_WITHOUT_UPDATES: readonly MatchedResource['state'][] = [
  'requested',
  'awaiting-approval',
  'deleting',
];

/** Types and definitions by name; of two of the same name the last. */
class Documents {
  readonly definitions = new Map<string, ResourceDefinition>();
  readonly types = new Map<string, ResourceType>();

  constructor(documents: readonly StoredDocument[]) {
    for (const { document } of documents) {
      if (document.kind === 'ResourceDefinition') {
        this.definitions.set(document.metadata.name, document);
      } else {
        this.types.set(document.metadata.name, document);
      }
    }
  }
}

/**
 * Live resources that could not be changed any more as they could be before, the
 * first of them with the reason.
 */
export async function listBlocked(
  input: Pick<EffectsInput, 'before' | 'after' | 'live'>,
  options: ListBlockedOptions,
): Promise<Pick<DefinitionEffects, 'blocked' | 'blockedCount'>> {
  const changed = new Set(listChangedKeys(input));
  const before = new Documents(input.before);
  // What is gone from its file stays for what lives by it.
  const after = new Documents([...input.before, ...input.after]);
  const blocked: DefinitionEffects['blocked'] = [];
  for (const resource of input.live) {
    const { id, name, environment, ownerRef, definition, type } = resource;
    const isConcerned =
      changed.has(`ResourceDefinition/${definition}`) ||
      changed.has(`ResourceType/${type}`);
    if (!isConcerned || STATES_WITHOUT_UPDATES.includes(resource.state)) {
      continue;
    }
    const reason = await describeObstacle(resource, after, options);
    const known = reason && (await describeObstacle(resource, before, options));
    if (reason && (!known || words.text(known) !== words.text(reason))) {
      blocked.push({
        id,
        name,
        environment,
        ownerRef,
        definition,
        ...words.fields({ effect: reason }),
      });
    }
  }
  return {
    blocked: blocked.slice(0, MAX_RESOURCES),
    blockedCount: blocked.length,
  };
}

/** Why a resource cannot be changed as it is; `undefined` where it can. */
async function describeObstacle(
  resource: MatchedResource,
  { definitions, types }: Documents,
  options: ListBlockedOptions,
): Promise<MessageDescriptor | undefined> {
  const definition = definitions.get(resource.definition);
  const found =
    definition &&
    (await findUpdateProblems(resource, {
      ...options,
      definition,
      type: types.get(definition.spec.type),
      driver: options.drivers.get(definition.spec.driver),
    }));
  return found && describeUpdateProblems(found);
}

/** Whoever owns the resource can put its parameters right, and nothing else. */
function describeUpdateProblems({
  move,
  problems,
}: UpdateProblems): MessageDescriptor {
  if (move) {
    const { kind, current, planned } = move;
    return words.describe(`provisioning.effect.${kind}`, { current, planned });
  }
  const isOfParameters = problems.every(
    ({ field }) => field.split('.')[0] === 'parameters',
  );
  return words.describe(
    isOfParameters
      ? 'provisioning.effect.parameters'
      : 'provisioning.effect.refused',
    {
      problems:
        joinProblems(
          problems.map(problem =>
            words.describe('provisioning.problem.field', {
              field: problem.field,
              problem: describeProblem(problem),
            }),
          ),
        ) ?? '',
    },
  );
}
