import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass, linkClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { Pagination } from '@plaza/ui/pagination';
import { EmptyState } from '@plaza/ui/states';
import Package from 'lucide-react/icons/package';
import { AccountFrame } from '../../account-frame/account-frame.tsx';
import { messages } from '../../messages.ts';
import type { OrdersData } from './load-orders.ts';
import { OrderCard } from './order-card.tsx';

const texts = messages.orders;

/** Within the account for whoever has signed in; by itself for what was ordered in this browser. */
export function OrdersPage({ data }: PageProps<OrdersData>) {
  return data.signedIn ? (
    <AccountFrame current="orders" title={texts.title}>
      <Orders {...data} />
    </AccountFrame>
  ) : (
    <Container className="pt-8 pb-20 lg:pt-12">
      <div className="mx-auto flex max-w-xl flex-col gap-6">
        <h1 className="text-3xl font-semibold">{texts.title}</h1>
        <Orders {...data} />
      </div>
    </Container>
  );
}

function Orders({ orders, signedIn }: OrdersData) {
  const signInLink = (className: string) => (
    <AppLink href={paths.signIn(paths.orders())} className={className}>
      {texts.signIn}
    </AppLink>
  );
  if (orders.items.length === 0)
    return (
      <EmptyState
        icon={<Package size={28} />}
        title={texts.empty}
        text={signedIn ? texts.emptyText : texts.signInHint}
        actions={
          <>
            {!signedIn && signInLink(buttonClass())}
            <AppLink href={paths.search('')} className={buttonClass({ variant: 'secondary' })}>
              {texts.browse}
            </AppLink>
          </>
        }
      />
    );
  return (
    <>
      {!signedIn && (
        <p className="text-ink-muted">
          {texts.thisBrowser} {signInLink(linkClass)}
        </p>
      )}
      <ol className="flex flex-col gap-4">
        {orders.items.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} />
          </li>
        ))}
      </ol>
      <Pagination
        page={orders.page}
        pageCount={Math.ceil(orders.total / orders.pageSize)}
        hrefFor={(page) => paths.orders(page > 1 ? { page } : {})}
        linkAs={AppLink}
      />
    </>
  );
}
