import { entityCards } from './extensions/entityCards';
import { entityContents } from './extensions/entityContents';
import { formFields } from './extensions/formFields';
import { lakefsModule } from './module';

jest.mock('./branches/BranchesTab', () => {
  throw new Error('Screens are loaded when they are opened.');
});
jest.mock('./product/ProductBranchesCard', () => {
  throw new Error('Cards are loaded when they are shown.');
});

it('brings its screens without loading them', () => {
  expect(lakefsModule.$$type).toBe('@backstage/FrontendModule');
  for (const extensions of [entityContents, entityCards, formFields]) {
    expect(extensions).not.toHaveLength(0);
  }
});
