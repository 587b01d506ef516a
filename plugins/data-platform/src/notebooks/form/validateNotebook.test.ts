import { ApiHolder } from '@backstage/frontend-plugin-api';
import {
  DataPlatformError,
  dataPlatformApiRef,
} from '@millrace/backstage-plugin-data-platform-react';
import {
  demoApi,
  FakeDataPlatformApi,
  planFixture,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { validateNotebook } from './validateNotebook';

const complete = {
  name: 'ada-lab',
  domain: 'domain:default/sales',
  generation: 1,
  image: 'scipy',
};

async function errorsOf(value: unknown, api?: FakeDataPlatformApi) {
  const errors: string[] = [];
  const apiHolder = {
    get: (ref: { id: string }) =>
      ref.id === dataPlatformApiRef.id ? api : undefined,
  } as ApiHolder;
  await validateNotebook(
    value,
    { addError: message => errors.push(message) },
    { apiHolder },
  );
  return errors;
}

describe('validateNotebook', () => {
  it('names what is missing, and asks nobody', async () => {
    const api = demoApi();
    expect(await errorsOf(undefined, api)).toEqual([
      'Still missing: the data domain, a name, the image.',
    ]);
    expect(api.planned).toEqual([]);
  });

  it('takes what the backend would do', async () => {
    const api = demoApi();
    expect(await errorsOf(complete, api)).toEqual([]);
    expect(api.planned).toEqual([
      { operation: 'notebook:create', input: complete },
    ]);
  });

  it('says what the backend found, warnings aside', async () => {
    const api = demoApi();
    api.planResult = {
      ...planFixture(),
      ok: false,
      findings: [
        { level: 'warning', message: 'Slow.' },
        {
          level: 'error',
          message: 'The name is taken.',
          remedy: 'Take another.',
        },
      ],
    };
    expect(await errorsOf(complete, api)).toEqual([
      'The name is taken. Take another.',
    ]);
  });

  it('does not go on with a plan that is not possible', async () => {
    const api = demoApi();
    api.planResult = { ...planFixture(), ok: false, findings: [] };
    expect(await errorsOf(complete, api)).toHaveLength(1);
  });

  it('says why it could not ask', async () => {
    const api = demoApi();
    api.planResult = new DataPlatformError(403, 'NotAllowedError', 'Not you.');
    expect(await errorsOf(complete, api)).toEqual(['Not you.']);
  });

  it('lets it pass where there is no data platform to ask', async () => {
    expect(await errorsOf(complete)).toEqual([]);
  });
});
