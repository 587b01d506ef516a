import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LakefsRepository } from '@millrace/backstage-plugin-data-platform-common';
import { lakeApi } from '../__testUtils__/lakeApi';
import { repositoryFixture } from '../__testUtils__/lakeFixtures';
import { renderLake } from '../__testUtils__/renderLake';
import { UnregisteredField } from './UnregisteredField';

/** One that nobody registered, of a domain or of none. */
function free(repository: string, domainRef?: string): LakefsRepository {
  const known = repositoryFixture();
  const { entityRef: _, productRef: __, ...resource } = known.resource;
  return { ...known, repository, resource: { ...resource, domainRef } };
}

const render = (...items: LakefsRepository[]) => {
  const onChange = jest.fn();
  const api = lakeApi();
  Object.assign(api.views.system as object, {
    'lakefs/repositories': { items, total: items.length },
  });
  const props = { onChange } as unknown as Parameters<
    typeof UnregisteredField
  >[0];
  renderLake(<UnregisteredField {...props} />, { api });
  return onChange;
};

describe('UnregisteredField', () => {
  it('offers what nobody registered and a domain has, and nothing else', async () => {
    const onChange = render(
      repositoryFixture(),
      free('fresh-lake', 'domain:default/sales'),
      free('nobody-has-it'),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Repository/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('fresh-lake'),
    ]);
    await userEvent.click(options[0]);
    expect(onChange).toHaveBeenCalledWith({
      source: repositoryFixture().source,
      repository: 'fresh-lake',
    });
  });

  it('says where repositories come from when there is none', async () => {
    render(repositoryFixture());
    expect(
      await screen.findByText('There is no repository to register.'),
    ).toBeInTheDocument();
  });
});
