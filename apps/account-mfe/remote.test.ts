import { declarationSchema } from '@plaza/federation/declaration';
import { paths } from '@plaza/navigation/paths';
import { expect, it } from 'vitest';
import declaration from './remote.ts';

const { pages } = declarationSchema.parse(declaration);

it('has a page behind every link that is made to it', () => {
  const pathOf = (href: string) => decodeURIComponent(href.split('?', 1)[0] ?? '');
  const links = [
    paths.signIn(),
    paths.secondStep(),
    paths.confirmSocial(),
    paths.register(),
    paths.registerSeller(),
    paths.verifyEmail(),
    paths.forgotPassword(),
    paths.resetPassword(),
    paths.confirmEmail(),
    paths.notMe(),
    paths.undoEmail(),
    paths.account(),
    paths.accountProfile(),
    paths.accountAddresses(),
    paths.accountActivity(),
    paths.accountPrivacy(),
    paths.orders(),
    paths.order('$orderId'),
    paths.receipt('$orderId'),
    paths.verifyReceipt(),
    paths.accountSecurity(),
    paths.connections(),
    paths.apiClients(),
    paths.openShop(),
  ].map(pathOf);
  expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(links));
});

it('lets a CDN keep its public pages only', () => {
  for (const { access, sharedMaxAgeSeconds } of pages)
    expect(sharedMaxAgeSeconds !== undefined).toBe(access === 'public');
});
