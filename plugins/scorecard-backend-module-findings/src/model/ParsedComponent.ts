/** A package that an entity uses, as a bill of materials tells it. */
export interface ParsedComponent {
  tool: string;
  /** `pkg:maven/org.apache.logging.log4j/log4j-core`, without a version. */
  purl?: string;
  /** The ecosystem, as package URLs call it. */
  type?: string;
  /** With its namespace: `org.apache.logging.log4j/log4j-core`. */
  name: string;
  version?: string;
  dependency: 'direct' | 'transitive' | 'unknown';
}
