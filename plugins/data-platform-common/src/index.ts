/**
 * What backends and frontends of the data platform share.
 *
 * @packageDocumentation
 */
export * from './branchName';
export * from './client';
export * from './health';
export * from './manifest';
export * from './names';
export * from './permissions';
export * from './gpu';
export * from './quantity';
export * from './refTitle';
export * from './types';
