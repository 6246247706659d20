/** What a name behind `///` stands for. */
export interface SlashBlockType {
  className: string;
  /** What the box is called when its author gives it no title. */
  title: string;
}

/** Names of boxes and of details that a site may write behind `///`. */
export interface SlashBlockTypes {
  admonition: ReadonlyMap<string, SlashBlockType>;
  details: ReadonlyMap<string, SlashBlockType>;
}

/** Those of pymdownx, and the others that the theme draws an icon for. */
const ADMONITIONS = [
  ...['note', 'attention', 'caution', 'danger', 'error', 'tip', 'hint'],
  ...['warning', 'abstract', 'info', 'success', 'question', 'failure', 'bug'],
  ...['example', 'quote', 'check', 'important'],
];

/** `new-thing` is called "New Thing". */
export function titleOfType(type: string): string {
  return type
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .replace(/(?<![a-z])[a-z]/g, letter => letter.toUpperCase());
}

export function slashBlockType(
  name: string,
  { className = name, title }: Partial<SlashBlockType> = {},
): [name: string, type: SlashBlockType] {
  return [
    name.toLowerCase(),
    { className, title: title ?? titleOfType(className) },
  ];
}

/** What is understood on a site that configures nothing. */
export const defaultSlashBlockTypes: SlashBlockTypes = {
  admonition: new Map(ADMONITIONS.map(name => slashBlockType(name))),
  details: new Map(),
};
