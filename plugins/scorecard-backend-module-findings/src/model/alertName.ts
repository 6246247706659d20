/** In the name of an alert, stands between its number and its repository. */
export const ALERT_PLACE = ' of ';

/** A repository in the names of its alerts, such as `github.com/acme/shop`. */
export function nameRepository(url: string): string {
  return url.toLowerCase().replace(/^https?:\/\//, '');
}
