const AUTH_PATH = /\/api\/auth(?:\/|$)/;
const SECRET_NAME = /token|secret|password|signature|assertion|api_?key/i;

/**
 * A URL, or a path, with `***` in place of the values of its query that may be
 * secret: any of a sign-in, such as its `code` and `state`, and of parameters
 * named like a token anywhere.
 */
export function hideQuerySecrets(url: string): string {
  const [path, ...queries] = url.split(/[?#]/);
  if (queries.length === 0) {
    return url;
  }
  const isAuth = AUTH_PATH.test(path);
  const parameters = queries.flatMap(query => query.split('&'));
  return `${path}?${parameters
    .map(parameter => hideValue(parameter, isAuth))
    .join('&')}`;
}

function hideValue(parameter: string, isAuth: boolean): string {
  const [name, ...value] = parameter.split('=');
  if (value.length === 0) {
    return isAuth ? '***' : parameter;
  }
  return isAuth || SECRET_NAME.test(decode(name)) ? `${name}=***` : parameter;
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
