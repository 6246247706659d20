import {
  type DefinitionSummary,
  type Definitions,
  matchDefinition,
  type ResourceInput,
  resourceInputSchema,
} from '@atrium/plugin-provisioning-common';
import { t } from '../translation';

/** What somebody has filled in so far. */
export interface RequestDraft {
  type: string;
  class: string;
  /** As typed; the name of the type until then. */
  name?: string;
  environment: string;
  /** The component it is for, or the team: an entity ref. */
  forRef: string;
  plan?: string;
  parameters: ResourceInput['parameters'];
  leaseDays?: number;
  reason: string;
}

/** What a form can begin with. */
export interface RequestDefaults {
  type?: string;
  environment?: string;
  forRef?: string;
}

/** The types that some definition makes. */
export function offeredTypes({ types, definitions }: Definitions) {
  return types.filter(({ name }) =>
    definitions.some(
      ({ type, removedAt }) => type === name && removedAt === undefined,
    ),
  );
}

/** An empty form, with what is known. */
export function toDraft(
  definitions: Definitions,
  { type, environment, forRef = '' }: RequestDefaults,
): RequestDraft {
  const known = (
    items: readonly { name: string }[],
    name: string | undefined,
  ) => (items.find(item => item.name === name) ?? items.at(0))?.name ?? '';
  return {
    type: known(offeredTypes(definitions), type),
    class: 'default',
    environment: known(definitions.environments, environment),
    forRef,
    parameters: {},
    reason: '',
  };
}

/** What the resource is called while nobody has given it a name. */
export const nameOf = ({ name, type }: RequestDraft) => name ?? type;

/** Splits what it is for: a component, or an owner. */
function targetOf(forRef: string) {
  if (forRef === '') {
    return {};
  }
  return /^(group|user):/.test(forRef)
    ? { ownerRef: forRef }
    : { entityRef: forRef };
}

/** The definition that a draft leads to, as far as it is known here. */
export function definitionOf(
  draft: RequestDraft,
  { definitions, environments }: Definitions,
): DefinitionSummary | undefined {
  const { entityRef } = targetOf(draft.forRef);
  return matchDefinition(
    {
      type: draft.type,
      class: draft.class,
      environment: draft.environment,
      environmentType:
        environments.find(({ name }) => name === draft.environment)?.type ?? '',
      entityRef,
      resource: nameOf(draft),
    },
    definitions.filter(({ removedAt }) => removedAt === undefined),
  ).winner;
}

/** The classes that definitions of a type are for, besides the default one. */
export function classesOf(
  type: string,
  { definitions }: Definitions,
): string[] {
  const classes = definitions
    .filter(definition => definition.type === type)
    .flatMap(({ match }) => match.class ?? [])
    .filter(name => name !== 'default');
  return [...new Set(classes)].sort();
}

/** What is asked for, or what is wrong with it by field. */
export function toInput(
  draft: RequestDraft,
  definition: DefinitionSummary | undefined,
): { input?: ResourceInput; problems: Partial<Record<string, string>> } {
  const { leaseDays, plan, reason, parameters } = draft;
  const parsed = resourceInputSchema.safeParse({
    type: draft.type,
    class: draft.class,
    name: nameOf(draft),
    environment: draft.environment,
    ...targetOf(draft.forRef),
    // A plan or lease of another definition means nothing to this one.
    plan: definition?.plans.find(({ name }) => name === plan)?.name,
    leaseDays: definition?.lease && leaseDays,
    parameters,
    reason: reason.trim() || undefined,
  });
  if (!draft.forRef) {
    return { problems: { forRef: t('requestDraft.chooseWhatItIsFor') } };
  }
  return parsed.success
    ? { input: parsed.data, problems: {} }
    : {
        problems: Object.fromEntries(
          parsed.error.issues.map(({ path, message }) => [
            path.join('.'),
            message,
          ]),
        ),
      };
}
