import type { PageHeading } from './PageContext';

export interface HeadingNode {
  heading: PageHeading;
  children: HeadingNode[];
}

/** Nests headings by their levels, whatever levels are left out. */
export function headingTree(headings: PageHeading[]): HeadingNode[] {
  const roots: HeadingNode[] = [];
  const open: HeadingNode[] = [];
  for (const heading of headings) {
    const node: HeadingNode = { heading, children: [] };
    while (
      open.length > 0 &&
      open[open.length - 1].heading.level >= heading.level
    ) {
      open.pop();
    }
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
