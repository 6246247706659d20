import type { ProblemKind } from '@atrium/plugin-catalog-health-common';
import { t } from '../translation';

/** What people call the kinds of problem. */
export const KIND_WORDS: Record<ProblemKind, string> = {
  get syntax() {
    return t('kindWords.syntaxError');
  },
  get 'too-large'() {
    return t('kindWords.tooLarge');
  },
  get unreadable() {
    return t('kindWords.notReadable');
  },
  get 'kind-not-allowed'() {
    return t('kindWords.kindNotAllowed');
  },
  get 'unknown-kind'() {
    return t('kindWords.unknownKind');
  },
  get invalid() {
    return t('kindWords.invalidField');
  },
  get 'no-owner'() {
    return t('kindWords.noOwner');
  },
  get 'unknown-owner'() {
    return t('kindWords.ownerDoesNotExist');
  },
  get conflict() {
    return t('kindWords.statedTwice');
  },
  get placeholder() {
    return t('kindWords.includedFile');
  },
  get 'unknown-reference'() {
    return t('kindWords.danglingReference');
  },
  get 'refused-annotation'() {
    return t('kindWords.refusedAnnotation');
  },
  get other() {
    return t('kindWords.other');
  },
};
