/**
 * For tests of integrations: the contract that every integration is held to.
 *
 * @packageDocumentation
 */
export * from './testUtils/contextOf';
export * from './testUtils/integrationContract';
