import { screen, waitFor } from '@testing-library/react';
import { DataPlatformError } from '@millrace/backstage-plugin-data-platform-react';
import { demoApi } from '@millrace/backstage-plugin-data-platform-react/testUtils';
import { renderScreen } from '../__testUtils__/renderScreen';
import { ApprovalsCount } from './ApprovalsCount';

const show = (api = demoApi()) =>
  renderScreen(
    <p data-testid="tab">
      Approvals
      <ApprovalsCount />
    </p>,
    { api },
  );
const tab = () => screen.getByTestId('tab');
const waiting = (toReview: number) => {
  const api = demoApi();
  api.views.approvals = { items: [], total: toReview, toReview };
  return api;
};

describe('the count on the tab of requests', () => {
  it('tells how many wait for the person, by one row', async () => {
    const { api } = show();
    await waitFor(() =>
      expect(tab()).toHaveTextContent('Approvals1 request waits for you'),
    );
    expect(api.reads).toEqual([
      {
        name: 'approvals',
        query: { role: 'toReview', state: 'open', limit: 1 },
      },
    ]);
  });

  it('tells of more than a thousand', async () => {
    show(waiting(1_234));
    await waitFor(() =>
      expect(tab()).toHaveTextContent('1,234 requests wait for you'),
    );
  });

  it.each([
    ['none waits', () => waiting(0)],
    [
      'nobody knows',
      () => {
        const api = demoApi();
        api.views.approvals = () => {
          throw new DataPlatformError(403, 'NotAllowedError', 'no');
        };
        return api;
      },
    ],
  ])('is not there where %s', async (_why, apiOf) => {
    const { api } = show(apiOf());
    await waitFor(() => expect(api.reads).toHaveLength(1));
    expect(tab()).toHaveTextContent(/^Approvals$/);
  });
});
