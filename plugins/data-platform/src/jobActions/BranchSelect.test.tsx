import { useState } from 'react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  agoFrom,
  demoApi,
  sourceFixtures,
} from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { axeViolations } from '@millrace/backstage-plugin-data-platform-react/testScreen';
import { renderScreen } from '../__testUtils__/renderScreen';
import { BranchSelect } from './BranchSelect';

const ago = agoFrom(Date.now());
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

/** The choice on its own, with what comes out of it. */
function Chooser(props: { onChosen: (branch: unknown) => void }) {
  const [text, setText] = useState('');
  return (
    <BranchSelect
      domainRef="domain:default/sales"
      text={text}
      onChange={(typed, branch) => {
        setText(typed);
        props.onChosen(branch);
      }}
    />
  );
}

function open(api: ReturnType<typeof demoApi>) {
  const onChosen = jest.fn();
  const rendered = renderScreen(<Chooser onChosen={onChosen} />, { api });
  return { ...rendered, onChosen };
}
const box = () => screen.findByRole('combobox', { name: /Data branch/ });
const fill = async (text: string) => {
  await userEvent.click(await box());
  await userEvent.paste(text);
};

describe('the data branch of a run', () => {
  it('is chosen of those of the domain that may be written, which the server looks for', async () => {
    const { api, asked } = lakeApi(branches);
    const { onChosen, baseElement } = open(api);
    expect(await axeViolations(baseElement)).toEqual([]);
    await fill('late');
    // Choosing is typing as well: once an option is pressed nobody asks for this word any more.
    await waitFor(() =>
      expect(asked).toContainEqual({
        domainRef: 'domain:default/sales',
        protected: 'no',
        q: 'late',
        sort: 'name',
        limit: 20,
      }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /orders-late · sales-lake/ }),
    );
    expect(onChosen).toHaveBeenLastCalledWith(
      expect.objectContaining({
        source: 'lakefs',
        repository: 'sales-lake',
        branch: 'orders-late',
      }),
    );
  });

  it('is none while the text names none, and when it is emptied', async () => {
    const { api } = lakeApi(branches);
    const { onChosen } = open(api);
    await fill('returns · sales-lake');
    expect(onChosen).toHaveBeenLastCalledWith(
      expect.objectContaining({ branch: 'returns' }),
    );
    await userEvent.clear(await box());
    expect(onChosen).toHaveBeenLastCalledWith(undefined);
    await userEvent.paste('retu');
    expect(onChosen).toHaveBeenLastCalledWith(undefined);
  });

  it('is not asked for where the domain has none', async () => {
    const { api, asked } = lakeApi(() => ({ items: [], total: 0 }));
    open(api);
    await waitFor(() => expect(asked.length).toBeGreaterThan(0));
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('is not asked for, of anybody, where no lakeFS is configured', async () => {
    const { api, asked } = lakeApi(branches);
    const { items } = api.views.sources as { items: object[] };
    Object.assign(api.views, {
      sources: { items: items.filter(each => each !== LAKE) },
    });
    open(api);
    await waitFor(() =>
      expect(api.reads.map(({ name }) => name)).toContain('sources'),
    );
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(asked).toEqual([]);
  });
});
