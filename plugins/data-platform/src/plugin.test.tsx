import { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { dataPlatformApiRef } from '@millrace/backstage-plugin-data-platform-react';
import { demoApi } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import plugin from './index';
import { entityContents } from './extensions/entityContents';
import { formFields } from './extensions/formFields';
import { pages } from './extensions/pages';
import { jobEntity } from './__testUtils__/renderScreen';

describe('plugin', () => {
  it('is the default export', () => {
    expect(plugin).toMatchObject({ pluginId: 'data-platform' });
  });

  it('shows the overview at /data-platform', async () => {
    renderTestApp({
      extensions: pages,
      apis: [
        [dataPlatformApiRef, demoApi()],
        [catalogApiRef, catalogApiMock()],
      ],
      initialRouteEntries: ['/data-platform'],
    });
    expect(await screen.findByText('orders-daily-1718')).toBeInTheDocument();
  });

  it('adds the Runs tab to Spark jobs alone', async () => {
    const [jobRuns] = entityContents;
    renderTestApp({
      extensions: [createTestEntityPage({ entity: jobEntity }), jobRuns],
      apis: [[dataPlatformApiRef, demoApi()]],
    });
    expect(
      await screen.findByRole('tab', { name: 'Schedule' }),
    ).toBeInTheDocument();
  });

  it('names its form fields as the templates do', async () => {
    const names = await Promise.all(
      formFields.map(async field => {
        const tester = createExtensionTester(field as ExtensionDefinition);
        const loader = tester.get(
          FormFieldBlueprint.dataRefs.formFieldLoader,
        ) as unknown as () => Promise<{ name: string }>;
        return loader();
      }),
    );
    expect(names.map(field => field.name)).toEqual([
      'DataPlatformClusterPicker',
      'DataPlatformDomainPicker',
      'DataPlatformQuotaPresetPicker',
      'DataPlatformManifestPreview',
      'DataPlatformNotebookServer',
    ]);
  });
});
