/**
 * The interface between the data platform's backend and what extends it.
 *
 * @packageDocumentation
 */
export * from './dataBranches';
export * from './extensionPoint';
export * from './integration';
export * from './kubernetes';
export * from './resourceSource';
export * from './resourceSystem';
export * from './systemTask';
export * from './workbench';
