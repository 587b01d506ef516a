import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  jobFixture,
  sourceFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { jobEntity, renderScreen } from '../__testUtils__/renderScreen';
import { jobSubject } from './JobSubject';
import { RunWithDialog } from './RunWithDialog';

const ago = agoFrom(Date.now());
const subject = jobSubject(jobEntity, jobFixture(ago));
const LAKE = {
  name: 'lakefs',
  type: 'lakefs',
  state: 'connected' as const,
  message: 'Connected.',
  kinds: [],
};
const NAMES = ['orders-fix', 'orders-late', 'returns'];

const branches = (query: Record<string, unknown>) => {
  const items = NAMES.filter(name => name.includes(String(query.q ?? ''))).map(
    name => ({
      name,
      repository: 'sales-lake',
      purpose: `About ${name}`,
      resource: { source: 'lakefs' },
    }),
  );
  return { items, total: items.length };
};

function lakeApi(answer: (query: Record<string, unknown>) => unknown) {
  const api = demoApi();
  const { sources, ...views } = api.views;
  const asked: Record<string, unknown>[] = [];
  Object.assign(api, {
    views: {
      ...views,
      sources: { items: [...sourceFixtures(ago), LAKE] },
      system: {
        'lakefs/branches': (query: Record<string, unknown>) => {
          asked.push(query);
          return answer(query);
        },
      },
    },
  });
  return { api, asked };
}

const open = (api: ReturnType<typeof demoApi>) =>
  renderScreen(<RunWithDialog subject={subject} onClose={jest.fn()} />, {
    api,
  });
const box = () => screen.findByRole('combobox', { name: /Data branch/ });

describe('the data branch of a run', () => {
  it('is chosen of those of the domain that may be written, which the server looks for', async () => {
    const { api, asked } = lakeApi(branches);
    const { baseElement } = open(api);
    await userEvent.type(await box(), 'late');
    await userEvent.click(
      await screen.findByRole('option', { name: /orders-late · sales-lake/ }),
    );
    await waitFor(() =>
      expect(api.planned.at(-1)?.input).toEqual({
        branch: {
          source: 'lakefs',
          repository: 'sales-lake',
          branch: 'orders-late',
        },
      }),
    );
    expect(asked).toContainEqual({
      domainRef: subject.domainRef,
      protected: 'no',
      q: 'late',
      sort: 'name',
      limit: 20,
    });
    expect(await axeViolations(baseElement)).toEqual([]);
  });

  it('is none again when it is emptied', async () => {
    const { api } = lakeApi(branches);
    open(api);
    await userEvent.type(await box(), 'returns · sales-lake');
    await waitFor(() =>
      expect(api.planned.at(-1)?.input).toHaveProperty('branch'),
    );
    await userEvent.clear(await box());
    await waitFor(() => expect(api.planned.at(-1)?.input).toEqual({}));
  });

  it('is not taken for chosen while the text names none', async () => {
    const { api } = lakeApi(branches);
    open(api);
    await userEvent.type(await box(), 'order');
    await waitFor(() => expect(screen.getByText(/of the list/)).toBeVisible());
    expect(
      screen.getByRole('button', { name: 'Start the run' }),
    ).toBeDisabled();
  });

  it('is not asked for where the domain has none', async () => {
    const { api, asked } = lakeApi(() => ({ items: [], total: 0 }));
    open(api);
    await waitFor(() => expect(asked.length).toBeGreaterThan(0));
    await screen.findByText('Checked: this can be done.');
    expect(screen.queryByRole('combobox', { name: /Data branch/ })).toBeNull();
  });

  it('is not asked for, of anybody, where no lakeFS is configured', async () => {
    const { api, asked } = lakeApi(branches);
    Object.assign(api.views, { sources: { items: sourceFixtures(ago) } });
    open(api);
    await screen.findByText('Checked: this can be done.');
    expect(screen.queryByRole('combobox', { name: /Data branch/ })).toBeNull();
    expect(asked).toEqual([]);
  });
});
