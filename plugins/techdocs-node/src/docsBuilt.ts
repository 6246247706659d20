/**
 * The topic on which it is told that documentation was built anew, with no more
 * than that: who reads it, reads all there is.
 */
export const DOCS_BUILT_TOPIC = 'atrium.docs-built';
