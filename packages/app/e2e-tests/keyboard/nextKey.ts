/** What is to be pressed next on the way to an element. */
export type NextKey =
  | { isThere: false; key: string }
  /** Which key uses it; none where text is typed. */
  | { isThere: true; key?: string };

/**
 * Says, in a page, which key leads somebody without a mouse towards an element.
 *
 * @throws where no key does
 */
export function nextKey(node: Element): NextKey {
  const FOCUSABLE =
    'a[href], button, input, select, textarea, summary, [tabindex="0"], [role=row], [contenteditable=true]';
  /** Tab goes to these once, arrows go on inside them. */
  const GROUP =
    '[role=listbox], [role=menu], [role=tablist], [role=radiogroup], [role=toolbar], [role=tree]';
  /** What a group consists of: it need not have the focus to be chosen. */
  const PART = '[role=option], [role^=menuitem], [role=tab], [role=treeitem]';

  const target = findTarget();
  const active = deepest(document.activeElement);
  const group = target.closest(GROUP);
  if (active === target || pointsAtTarget()) {
    return { isThere: true, key: keyOf(target) };
  }
  if (target.matches('[role=option]') && active?.matches('[role=combobox]')) {
    return { isThere: false, key: 'ArrowDown' };
  }
  if (isOneRadioOf(active, target)) {
    return { isThere: false, key: 'ArrowDown' };
  }
  if (active && group?.contains(active)) {
    const isBefore =
      active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
    const isHorizontal =
      group.getAttribute('aria-orientation') === 'horizontal' ||
      group.matches('[role=tablist], [role=toolbar]');
    const [before, after] = isHorizontal
      ? ['ArrowLeft', 'ArrowRight']
      : ['ArrowUp', 'ArrowDown'];
    return { isThere: false, key: isBefore ? before : after };
  }
  const table = target.closest('[role=grid], [role=treegrid]');
  if (table?.contains(active)) {
    const row = target.closest('[role=row]');
    if (row !== target && row?.contains(active)) {
      return { isThere: false, key: 'ArrowRight' };
    }
    const isAbove = target.closest('thead') !== null;
    return { isThere: false, key: isAbove ? 'ArrowUp' : 'ArrowDown' };
  }
  if (!group && !table && target.tabIndex < 0) {
    throw new Error(`No key leads to ${target.outerHTML.slice(0, 200)}`);
  }
  return { isThere: false, key: 'Tab' };

  /** What has the focus when somebody uses the node: text of a link, a label. */
  function findTarget(): HTMLElement {
    const found: HTMLElement | null =
      node.closest<HTMLElement>(PART) ??
      node.closest<HTMLElement>(`${FOCUSABLE}, label`) ??
      node.querySelector<HTMLElement>(FOCUSABLE);
    // Labels in the docs of TechDocs are buttons of their own.
    const isLabel = found instanceof HTMLLabelElement && found.tabIndex < 0;
    const used = isLabel ? found.control : found;
    if (!used) {
      throw new Error(
        `Without a mouse nothing can be done with ${node.outerHTML.slice(
          0,
          200,
        )}`,
      );
    }
    return used;
  }

  /** The focus is in the docs of TechDocs, say, which are a tree of their own. */
  function deepest(element: Element | null): Element | null {
    const inside = element?.shadowRoot?.activeElement;
    return inside ? deepest(inside) : element;
  }

  /** Whether a field that keeps the focus points at the target in its list. */
  function pointsAtTarget(): boolean {
    const pointed = active?.getAttribute('aria-activedescendant');
    return Boolean(pointed) && pointed === target.id;
  }

  function isOneRadioOf(one: Element | null, other: Element): boolean {
    return (
      one instanceof HTMLInputElement &&
      other instanceof HTMLInputElement &&
      one.type === 'radio' &&
      other.type === 'radio' &&
      one.name === other.name
    );
  }

  function keyOf(element: HTMLElement): string | undefined {
    if (element instanceof HTMLInputElement) {
      const isChosen = element.type === 'radio' && element.checked;
      const isToggle = ['checkbox', 'radio'].includes(element.type);
      return isToggle && !isChosen ? 'Space' : undefined;
    }
    const isText = element.matches(
      'textarea, [contenteditable=true], [role=spinbutton]',
    );
    return isText ? undefined : 'Enter';
  }
}
