import type { MessageDescriptor } from '@atrium/common';
import type {
  CatalogState,
  Finding,
} from '@atrium/plugin-catalog-health-common';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Conflict } from '../database/ConflictStore';
import { explainError } from './explainError';
import type { FoundProblem, ProblemPlace } from './FoundProblem';
import type { KindRules } from '@atrium/backend-common';
import { placeOf } from './placeOf';
import { words } from '../healthWords';
import { toPlainText } from './toPlainText';

interface FindProblemsOptions {
  integrations: ScmIntegrationRegistry;
  rules: KindRules;
}

/** Everything that is wrong with what the catalog reads. */
export function findProblems(
  state: CatalogState & { conflicts: Conflict[] },
  options: FindProblemsOptions,
): FoundProblem[] {
  const { integrations } = options;
  return [
    ...state.failures.flatMap(failure =>
      explainFailure(failure, {
        ...options,
        place: placeOf({ ...failure, integrations }),
      }),
    ),
    ...state.unresolved.map(reference => ({
      place: placeOf({ ...reference, integrations }),
      finding: explainReference(reference),
      mayPass: true,
    })),
    ...state.refused.map(refusal => ({
      place: placeOf({ ...refusal, integrations }),
      finding: explainRefusal(refusal),
      mayPass: false,
    })),
    ...state.conflicts.map(conflict => ({
      place: placeOf({ location: conflict.url, integrations }),
      finding: explainConflict(conflict),
      mayPass: false,
    })),
  ];
}

function explainFailure(
  failure: CatalogState['failures'][number],
  { place, rules }: { place: ProblemPlace; rules: KindRules },
): FoundProblem[] {
  const { entity, entityRef, errors, location, origin = location } = failure;
  const isFile = entity?.kind === 'Location';
  return errors.map(error => {
    const finding = explainError(error, {
      // The Location that the portal made for a file says nothing to anybody.
      entityRef: isFile ? undefined : entityRef,
      origin,
      rules,
    });
    const isListed = location !== undefined && place.url !== location;
    return {
      place,
      statedOwner: isFile ? undefined : entity?.owner,
      mayPass: finding.kind === 'unreadable',
      finding: isListed
        ? {
            ...finding,
            ...describeTarget(location, finding),
          }
        : finding,
    };
  });
}

/** Says that what an entity refers to is not there. */
export function explainReference(reference: {
  entityRef: string;
  relation: string;
  targetRef: string;
}): Finding {
  const { entityRef, relation, targetRef } = reference;
  return relation === RELATION_OWNED_BY
    ? {
        kind: 'unknown-owner',
        severity: 'error',
        entityRef,
        ...words.fields({
          message: words.describe('catalogHealth.finding.unknownOwner', {
            targetRef: toPlainText(targetRef),
          }),
          advice: words.describe('catalogHealth.finding.ownerAdvice'),
        }),
      }
    : {
        kind: 'unknown-reference',
        severity: 'warning',
        entityRef,
        ...words.fields({
          message: words.describe('catalogHealth.finding.unknownReference', {
            targetRef: toPlainText(targetRef),
            relation,
          }),
          advice: words.describe('catalogHealth.finding.referenceAdvice'),
        }),
      };
}

/** Says that annotations lead to what is not the entity's own. */
export function explainRefusal(refusal: {
  entityRef: string;
  annotations: string;
}): Finding {
  return {
    kind: 'refused-annotation',
    severity: 'warning',
    entityRef: refusal.entityRef,
    ...words.fields({
      message: words.describe('catalogHealth.finding.foreignAnnotations', {
        annotations: toPlainText(refusal.annotations),
      }),
      advice: words.describe('catalogHealth.finding.foreignAnnotationsAdvice'),
    }),
  };
}

/** Says that another file had an entity first. */
export function explainConflict({
  entityRef,
  existingUrl,
}: Pick<Conflict, 'entityRef'> & {
  existingUrl: string | MessageDescriptor;
}): Finding {
  return {
    kind: 'conflict',
    severity: 'error',
    entityRef,
    ...words.fields({
      message: words.describe('catalogHealth.finding.conflict', {
        entityRef: toPlainText(entityRef),
        existing:
          typeof existingUrl === 'string'
            ? toPlainText(existingUrl)
            : existingUrl,
      }),
      advice: words.describe('catalogHealth.finding.conflictAdvice'),
    }),
  };
}

/** Says which of the files that a file lists a finding is about. */
function describeTarget(
  location: string,
  { message, messages }: Finding,
): Pick<Finding, 'message' | 'messages'> {
  const [about = message] = messages?.message ?? [];
  const said = words.fields({
    message: words.describe('catalogHealth.finding.target', {
      location: toPlainText(location),
      message: about,
    }),
  });
  return {
    message: toPlainText(said.message),
    messages: { ...messages, ...said.messages },
  };
}
