const FIELDS = 'input, textarea, select, [contenteditable], [role="textbox"]';

/**
 * Whether a key opens the search: `/`, and Ctrl-K or Cmd-K as the system has
 * it. Whoever types into a field or looks at a dialog keeps the key.
 */
export function isSearchKey(event: KeyboardEvent, isApple: boolean): boolean {
  const isSlash =
    event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isCommand =
    event.key.toLowerCase() === 'k' &&
    (isApple ? event.metaKey : event.ctrlKey) &&
    !event.altKey &&
    !event.shiftKey;
  return (isSlash || isCommand) && isFree(event);
}

/** Whether a key asks what all the keys are: `?`, by the same rules. */
export function isHelpKey(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return event.key === '?' && !hasModifier && isFree(event);
}

/** Whether nobody else takes the key. */
function isFree(event: KeyboardEvent): boolean {
  return (
    !event.defaultPrevented &&
    !event.isComposing &&
    !event.repeat &&
    !isTyping(event) &&
    !isDialogOpen()
  );
}

/** Whether a key goes to a field; looks into shadow trees, in which the pages of the documentation are. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(FIELDS) !== null;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], dialog[open]') !== null;
}
