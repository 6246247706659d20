/** Turns a repository into a site, as TechDocs asks a generator to. */
export interface Builder {
  build(inputDir: string, outputDir: string): Promise<void>;
}
