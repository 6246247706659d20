import { refractor } from 'refractor/core';
import { grammars } from './grammars';

/**
 * Loaded before all others, and in this order: the one of HTML takes in what it finds of
 * the other two when they are loaded.
 */
const FIRST = ['markup', 'css', 'javascript'];

/** What grammars take in when they are loaded, if it is there, and do not load. */
const WITHIN: Record<string, string[] | undefined> = {
  graphql: ['markdown'],
  haxe: ['regex'],
  http: ['csp', 'hpkp', 'hsts', 'json', 'uri'],
  log: ['javastacktrace'],
  markdown: ['yaml'],
  sas: ['groovy', 'lua', 'sql'],
  smarty: ['php'],
  vala: ['regex'],
};

/** Whether there is a grammar of this name, loaded or not. */
export function hasGrammar(name: string): boolean {
  return Object.hasOwn(grammars, name);
}

/** Makes a grammar ready to colour alike whichever was loaded before it. */
export function loadGrammar(name: string): void {
  if (hasGrammar(name)) {
    for (const first of FIRST) {
      register(first);
    }
    register(name);
  }
}

function register(name: string): void {
  const load = grammars[name];
  if (load && !refractor.registered(name)) {
    for (const other of WITHIN[name] ?? []) {
      register(other);
    }
    refractor.register(load().default);
  }
}
