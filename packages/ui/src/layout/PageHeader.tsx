import { useEffect, useRef } from 'react';
import { PluginHeader, type PluginHeaderProps } from '@backstage/ui';

/** The attribute by which a tab names its panel. */
const PANEL = 'aria-controls';

/**
 * The header of a page. Where its tabs do not fit, as on a phone, they are scrolled
 * so that the one that is open can be seen. No tab names a panel that is not there:
 * what it opens is the page.
 */
export function PageHeader(props: PluginHeaderProps) {
  // The header takes no ref, and how it looks depends on what stands right after it.
  const before = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const header = before.current?.nextElementSibling;
    if (!header) {
      return undefined;
    }
    revealSelectedTab(header);
    dropMissingPanels(header);
    // Which tab is open is known after the first render, and changes with the address.
    const observer = new MutationObserver(changes => {
      if (changes.some(({ attributeName }) => attributeName !== PANEL)) {
        revealSelectedTab(header);
      }
      dropMissingPanels(header);
    });
    observer.observe(header, {
      attributeFilter: [PANEL, 'aria-selected'],
      childList: true,
      subtree: true,
    });
    return () => observer.disconnect();
  }, []);
  return (
    <>
      <span ref={before} hidden />
      <PluginHeader {...props} />
    </>
  );
}

function dropMissingPanels(header: Element): void {
  for (const tab of header.querySelectorAll(`[role="tab"][${PANEL}]`)) {
    if (!document.getElementById(tab.getAttribute(PANEL) ?? '')) {
      tab.removeAttribute(PANEL);
    }
  }
}

function revealSelectedTab(header: Element): void {
  const tab = header.querySelector('[role="tab"][aria-selected="true"]');
  const row = tab?.closest('.bui-TabListWrapper');
  if (!tab || !row) {
    return;
  }
  const tabBox = tab.getBoundingClientRect();
  const rowBox = row.getBoundingClientRect();
  if (tabBox.left < rowBox.left || tabBox.right > rowBox.right) {
    // Along the row only: the page itself stays where it is.
    row.scrollLeft +=
      tabBox.left - rowBox.left - (rowBox.width - tabBox.width) / 2;
  }
}
