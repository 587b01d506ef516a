/** What registers its hooks with the test file that loads it, or changes what tests may use. */
const OF_TESTS =
  /\/node_modules\/(?:.*\/)?(?:@testing-library\/|@jest\/|jest[-/]|msw\/|@backstage\/[a-z-]*test-utils\/)/;

const REPLACES =
  /\bjest\s*\.\s*(?:mock|unmock|doMock|dontMock|setMock|unstable_mockModule|resetModules|isolateModules(?:Async)?)\b/;

/** Whether a module may serve the next test file too: those of dependencies do that know nothing of tests. */
export function isModuleToKeep(file: string): boolean {
  return file.includes('/node_modules/') && !OF_TESTS.test(file);
}

/** Whether a test file has modules replaced, or asks for them anew. */
export function replacesModules(source: string): boolean {
  return REPLACES.test(source);
}
