import type { Account } from '@plaza/contracts';
import type { SlotProps } from '@plaza/contracts/remotes';
import { useHost } from '@plaza/federation/host';
import { AppLink, paths } from '@plaza/navigation';
import { Flyout, flyoutItemClass } from '@plaza/ui/flyout';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import LogOut from 'lucide-react/icons/log-out';
import Package from 'lucide-react/icons/package';
import ShieldCheck from 'lucide-react/icons/shield-check';
import Store from 'lucide-react/icons/store';
import UserRound from 'lucide-react/icons/user-round';
import { returnPathFrom } from '../../form/return-to.ts';
import { slotMessages } from '../messages.ts';

const texts = slotMessages.menu;

/** As wide signed in as signed out, so that the header stays still when the browser finds out. */
const triggerClass =
  'inline-flex h-11 w-11 items-center justify-center gap-2 rounded-md text-sm font-medium text-ink no-underline transition-colors hover:bg-surface-sunken lg:w-28';

/** Sign in, or the name with what belongs to it. Pages are rendered without it: who is there is the browser's to ask. */
export function AccountMenu(_props: SlotProps['account/account-menu']) {
  const { api } = useHost();
  const account = useQuery(api.identity.me.queryOptions());
  return account.data ? <SignedIn account={account.data} /> : <SignInLink />;
}

function SignInLink() {
  const href = useLocation({ select: (location) => location.href });
  return (
    <AppLink href={paths.signIn(returnPathFrom(href))} prefetch={false} className={triggerClass}>
      <UserRound size={20} aria-hidden="true" />
      <span className="max-lg:sr-only">{texts.signIn}</span>
    </AppLink>
  );
}

/** Where somebody of the staff begins: the pages about people are not for developers. */
function staffHrefOf({ roles }: Account): string | null {
  if (roles.includes('admin') || roles.includes('support')) return paths.adminOverview();
  return roles.includes('developer') ? paths.adminReleases() : null;
}

function SignedIn({ account }: { account: Account }) {
  const { api } = useHost();
  const staffHref = staffHrefOf(account);
  const signOut = useMutation(
    api.identity.signOut.mutationOptions({
      // A fresh document forgets everything that was fetched for this account.
      onSuccess: () => location.assign(paths.home()),
    }),
  );
  return (
    <Flyout
      label={texts.labelOf(account.displayName)}
      triggerClassName={triggerClass}
      trigger={
        <>
          <UserRound size={20} aria-hidden="true" className="shrink-0" />
          <span className="min-w-0 truncate max-lg:hidden">{account.displayName.split(' ')[0]}</span>
        </>
      }
    >
      {(close) => (
        <>
          <p className="px-3 pt-2 pb-2.5">
            <span className="block truncate font-medium">{account.displayName}</span>
            <span className="block truncate text-sm text-ink-muted">{account.email}</span>
          </p>
          <ul className="border-t border-line pt-1.5">
            <li>
              <AppLink href={paths.orders()} onClick={close} className={flyoutItemClass}>
                <Package size={18} aria-hidden="true" className="text-ink-muted" />
                {texts.orders}
              </AppLink>
            </li>
            <li>
              <AppLink href={paths.account()} onClick={close} className={flyoutItemClass}>
                <UserRound size={18} aria-hidden="true" className="text-ink-muted" />
                {texts.account}
              </AppLink>
            </li>
            {account.seller && (
              <li>
                <AppLink
                  href={paths.sellerDashboard()}
                  onClick={close}
                  aria-label={texts.sellingAs(account.seller.name)}
                  className={flyoutItemClass}
                >
                  <Store size={18} aria-hidden="true" className="text-ink-muted" />
                  {texts.selling}
                </AppLink>
              </li>
            )}
            {!account.seller && (
              <li>
                <AppLink href={paths.openShop()} onClick={close} className={flyoutItemClass}>
                  <Store size={18} aria-hidden="true" className="text-ink-muted" />
                  {texts.sell}
                </AppLink>
              </li>
            )}
            {staffHref && (
              <li>
                <AppLink href={staffHref} onClick={close} className={flyoutItemClass}>
                  <ShieldCheck size={18} aria-hidden="true" className="text-ink-muted" />
                  {texts.administration}
                </AppLink>
              </li>
            )}
            <li>
              <button type="button" onClick={() => signOut.mutate()} className={flyoutItemClass}>
                <LogOut size={18} aria-hidden="true" className="text-ink-muted" />
                {signOut.isPending ? texts.signOutBusy : texts.signOut}
              </button>
            </li>
          </ul>
        </>
      )}
    </Flyout>
  );
}
