/** What the notifications plugin stores of a title. */
const MAX_TITLE_LENGTH = 255;

/** The title of a notification, as much of it as is stored. */
export function cutTitle(title: string): string {
  return title.length > MAX_TITLE_LENGTH
    ? `${title.slice(0, MAX_TITLE_LENGTH - 1).replace(/\p{Surrogate}$/u, '')}…`
    : title;
}
