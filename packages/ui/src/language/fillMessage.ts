import { type Messages, splitMessage } from '@atrium/common';
import { createElement, Fragment, isValidElement } from 'react';
import type { MessageValues } from './messageTypes';

/**
 * The text of an English message, made without the app: by tests of single
 * components, and by what says that the app could not start.
 */
export function fillMessage(
  messages: Messages,
  key: string,
  values: MessageValues = {},
): string | JSX.Element {
  const parts = (splitMessage(messages, key, values.count) ?? [key]).map(
    (part, index) => (index % 2 === 0 ? part : values[part]),
  );
  return parts.some(part => isValidElement(part))
    ? createElement(Fragment, null, ...parts)
    : parts.join('');
}
