import { createExternalRouteRef } from '@backstage/frontend-plugin-api';

/** The form of a template, bound by the plugin for itself and its modules; not bound where the portal has no scaffolder. */
export const templateRouteRef = createExternalRouteRef({
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
