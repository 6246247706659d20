import type {
  CatalogFailure,
  Finding,
} from '@atrium/plugin-catalog-health-common';
import type { KindRules } from '@atrium/backend-common';
import { words } from '../healthWords';
import { adviseOnKind, isKnownKind } from './kindModules';
import { toPlainText } from './toPlainText';
import { toStrictEntityRef } from './toStrictEntityRef';

type CatalogError = CatalogFailure['errors'][number];

/** What an error is about. */
export interface ExplainErrorOptions {
  entityRef?: string;
  /** The address that decides which kinds are taken. */
  origin?: string;
  rules: KindRules;
}

const TOO_LARGE = /^The file is larger than/;
const LINE = / \(line (\d{1,7}), column (\d{1,7})\)$/;
const NOT_ALLOWED =
  /^Entity (\S+) at .* is not of an allowed kind for that location/;
const REST_IS_TAKEN = /the rest of the file is taken$/;
const NOT_RECOGNIZED = /^No processor recognized the entity (\S+) as valid/;
const MISSING_OWNER = /required property 'owner'|\bmissingProperty: owner\b/;
const PLACEHOLDER = /Placeholder \$(\w+)/;
/** What the model refuses, and what our own guard says of a field. */
const INVALID = /Policy check failed|validat|'metadata[.[']/i;
const UNREADABLE = /^Unable to read |threw an error while reading /;

/** Says in plain words what an error of the catalog means, and what to do. */
export function explainError(
  error: CatalogError,
  options: ExplainErrorOptions,
): Finding {
  const { message } = error;
  const line = LINE.exec(message);
  const place = line && { line: Number(line[1]), column: Number(line[2]) };
  const said = toPlainText(innermost(message.replace(LINE, '')));
  const about = { severity: 'error' as const, entityRef: options.entityRef };

  if (TOO_LARGE.test(message)) {
    return {
      ...about,
      kind: 'too-large',
      ...words.fields({
        message: said,
        advice: words.describe('catalogHealth.finding.tooLargeAdvice'),
      }),
    };
  }
  if (place) {
    return {
      ...about,
      ...place,
      kind: 'syntax',
      ...words.fields({
        message: said,
        advice: words.describe('catalogHealth.finding.lineAdvice', {
          line: place.line,
        }),
      }),
    };
  }
  const kind = explainKind(message, options);
  if (kind) {
    return kind;
  }
  if (PLACEHOLDER.test(message)) {
    return { ...about, kind: 'placeholder', ...explainPlaceholder(said) };
  }
  if (UNREADABLE.test(message)) {
    return { ...about, ...explainUnreadable(error, said) };
  }
  if (MISSING_OWNER.test(message)) {
    return {
      ...about,
      kind: 'no-owner',
      ...words.fields({
        message: words.describe('catalogHealth.finding.noOwner'),
        advice: words.describe('catalogHealth.finding.ownerAdvice'),
      }),
    };
  }
  const isInvalid = INVALID.test(message);
  return {
    ...about,
    kind: isInvalid ? 'invalid' : 'other',
    ...words.fields({
      message: said,
      advice: words.describe(
        isInvalid
          ? 'catalogHealth.finding.invalidAdvice'
          : 'catalogHealth.finding.otherAdvice',
      ),
    }),
  };
}

/** A kind that is refused here, or unknown everywhere. */
function explainKind(
  message: string,
  { entityRef, origin = '', rules }: ExplainErrorOptions,
): Finding | undefined {
  const ref = (NOT_ALLOWED.exec(message) ?? NOT_RECOGNIZED.exec(message))?.[1];
  if (!ref) {
    return undefined;
  }
  const kind = toPlainText(ref.split(':')[0]);
  const about = {
    severity: 'error' as const,
    entityRef: NOT_ALLOWED.test(message) ? toStrictEntityRef(ref) : entityRef,
  };
  if (!isKnownKind(kind) || NOT_RECOGNIZED.test(message)) {
    return {
      ...about,
      kind: 'unknown-kind',
      ...words.fields({
        message: words.describe('catalogHealth.finding.unknownKind', {
          entityRef: toPlainText(ref),
        }),
        advice: adviseOnKind(kind),
      }),
    };
  }
  const allowed = rules.kindsFrom(origin);
  return {
    ...about,
    kind: 'kind-not-allowed',
    ...words.fields({
      message: words.describe(
        REST_IS_TAKEN.test(message)
          ? 'catalogHealth.finding.kindNotAllowedRestTaken'
          : 'catalogHealth.finding.kindNotAllowed',
        { entityRef: toPlainText(ref) },
      ),
      advice: allowed.length
        ? words.describe('catalogHealth.finding.kindAllowedAdvice', {
            kinds: { list: allowed },
          })
        : words.describe('catalogHealth.finding.noKindAllowedAdvice'),
    }),
  };
}

function explainPlaceholder(said: string) {
  return words.fields({
    // What the file says beyond this is none of the reader's business.
    message: said.replace(/, (?:\w*Error|Unexpected)\b.*$/s, '.'),
    advice: words.describe('catalogHealth.finding.placeholderAdvice'),
  });
}

function explainUnreadable(error: CatalogError, said: string) {
  const isMissing =
    error.name === 'NotFoundError' || /NotFound|404/.test(error.message);
  return isMissing
    ? {
        kind: 'unreadable' as const,
        ...words.fields({
          message: words.describe('catalogHealth.finding.missing'),
          advice: words.describe('catalogHealth.finding.missingAdvice'),
        }),
      }
    : {
        kind: 'unreadable' as const,
        // The host may be down for a moment, which is not the team's to mend.
        severity: 'warning' as const,
        ...words.fields({
          message: words.describe('catalogHealth.finding.unreadable', {
            reason: said,
          }),
          advice: words.describe('catalogHealth.finding.unreadableAdvice'),
        }),
      };
}

/** What a chain of errors began with. */
function innermost(message: string): string {
  const last = message.split('; caused by ').at(-1) ?? message;
  return last.replace(/^(?:\w*Error: )+/, '');
}
