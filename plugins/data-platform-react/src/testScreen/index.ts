/**
 * What tests of screens share: apart from the fixtures, because it loads the whole test app.
 *
 * @packageDocumentation
 */
export * from './Location';
export * from './axeViolations';
export * from './fillIn';
export * from './renderPlatform';
