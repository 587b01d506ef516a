/** Jest's own, by other names: for files that declare tests on behalf of the test files. */
export const [suite, exchange, leaveOut, first, last] = [
  describe,
  it,
  it.skip,
  beforeAll,
  afterAll,
];
