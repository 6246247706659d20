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
            message: toPlainText(`Target '${location}': ${finding.message}`),
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
        message: `Its owner '${toPlainText(
          targetRef,
        )}' is not in the catalog, so nobody owns it.`,
        advice: 'Name a team of the catalog as spec.owner.',
      }
    : {
        kind: 'unknown-reference',
        severity: 'warning',
        entityRef,
        message: `It refers to '${toPlainText(
          targetRef,
        )}' (${relation}), which is not in the catalog.`,
        advice: 'Correct the reference, or add what it refers to.',
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
    message: `What it says of ${toPlainText(
      refusal.annotations,
    )} leads to another repository, branch or host, so it is not used.`,
    advice:
      'Name what is in the repository of the file, or move the file to that repository.',
  };
}

/** Says that another file had an entity first. */
export function explainConflict({ entityRef, existingUrl }: Conflict): Finding {
  return {
    kind: 'conflict',
    severity: 'error',
    entityRef,
    message: `'${toPlainText(entityRef)}' is already stated by ${toPlainText(
      existingUrl,
    )}, which is used instead of this file.`,
    advice: 'Rename it here, or remove it from one of the two files.',
  };
}
