import { createElement, Fragment, isValidElement } from 'react';
import type { Messages, MessageValues } from './messageTypes';

const PLACEHOLDER = /\{\{(\w+)\}\}/;

/**
 * The text of an English message, made without the app: by tests of single
 * components, and by what says that the app could not start.
 */
export function fillMessage(
  messages: Messages,
  key: string,
  values: MessageValues = {},
): string | JSX.Element {
  const message = messages[key] ?? messages[`${key}_${pluralOf(values.count)}`];
  // Every second part is the name of a placeholder.
  const parts = message
    .split(PLACEHOLDER)
    .map((part, index) => (index % 2 === 0 ? part : values[part]));
  return parts.some(part => isValidElement(part))
    ? createElement(Fragment, null, ...parts)
    : parts.join('');
}

function pluralOf(count: unknown): 'one' | 'other' {
  return String(count) === '1' ? 'one' : 'other';
}
