/**
 * The API without a backend and rows in every state, for tests of frontends.
 *
 * @packageDocumentation
 */
export * from './FakeDataPlatformApi';
export * from './adoptionFixtures';
export * from './approvalFixtures';
export * from './assessments';
export * from './demoApi';
export * from './notebookAssessments';
export * from './notebookFixtures';
export * from './notebookOptionsFixture';
export * from './operationLogFixtures';
export * from './operatorFixtures';
export * from './platformFixtures';
export * from './podFixtures';
export * from './resourceFixtures';
export * from './runFixtures';
export * from './texts';
export * from './FakeBrowser';
export * from './holdPageClock';
